package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Debian's nginx with the configuration that {@code deploy/proxy} offers, a certificate made for the occasion and a
 * port of its own.
 */
final class Nginx implements AutoCloseable {

    private static final char[] PASSWORD = "certificate".toCharArray();

    private final int port;
    private final Process process;
    private final SSLContext trusting;

    private Nginx(int port, Process process, SSLContext trusting) {
        this.port = port;
        this.process = process;
        this.trusting = trusting;
    }

    /**
     * Starts it in front of an application.
     *
     * @param folder where it may keep its files
     * @param backend the application's port
     */
    static Nginx before(Path folder, int backend) throws IOException, InterruptedException, GeneralSecurityException {
        var keys = certificate(folder);
        var port = freePort();
        var offered = Files.readString(Path.of("../deploy/proxy/nginx.conf"))
                .replace("127.0.0.1:8080", "127.0.0.1:" + backend)
                .replace("listen 80;", "listen 127.0.0.1:%d;".formatted(freePort()))
                .replace("listen 443 ssl", "listen 127.0.0.1:%d ssl".formatted(port))
                .replace("zc.example.gov.cn", "localhost")
                .replace(
                        "/etc/ssl/private/zhongchuang.key",
                        folder.resolve("key.pem").toString())
                .replace(
                        "/etc/ssl/zhongchuang.crt",
                        folder.resolve("certificate.pem").toString());
        var main = folder.resolve("nginx.conf");
        Files.writeString(main, """
                %sdaemon off;
                pid %2$s/pid;
                error_log %2$s/error.log;
                events {}
                http {
                  access_log off;
                  client_body_temp_path %2$s/body;
                  proxy_temp_path %2$s/proxy;
                  fastcgi_temp_path %2$s/f; uwsgi_temp_path %2$s/u; scgi_temp_path %2$s/s;
                %3$s
                }
                """.formatted(isRoot() ? "user root;\n" : "", folder, offered));
        var process = new ProcessBuilder(program(), "-p", folder.toString(), "-c", main.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        while (process.isAlive() && !listens(port)) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("nginx did not start: " + Files.readString(folder.resolve("out.log")));
        }
        return new Nginx(port, process, trusting(keys));
    }

    String site() {
        return "https://localhost:" + port;
    }

    /** A client's view of TLS in which the certificate of the occasion is trusted. */
    SSLContext trusting() {
        return trusting;
    }

    Socket connect() throws IOException {
        return trusting.getSocketFactory().createSocket("localhost", port);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static String program() {
        for (var place : new String[] {"/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"}) {
            if (Files.isExecutable(Path.of(place))) {
                return place;
            }
        }
        throw new IllegalStateException(
                "nginx is needed: ./zhongchuang test installs it, or apt-get install nginx-light");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static KeyStore certificate(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start()
                .waitFor();
        if (made != 0) {
            throw new IllegalStateException("keytool ended with " + made);
        }
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            keys.load(content, PASSWORD);
        }
        pem(
                folder.resolve("key.pem"),
                "PRIVATE KEY",
                keys.getKey("site", PASSWORD).getEncoded());
        pem(
                folder.resolve("certificate.pem"),
                "CERTIFICATE",
                keys.getCertificate("site").getEncoded());
        return keys;
    }

    private static SSLContext trusting(KeyStore keys) throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("site", keys.getCertificate("site"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }

    private static void pem(Path file, String kind, byte[] content) throws IOException {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(content);
        Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind));
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
