package org.zhongchuang.law.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.zhongchuang.installation.launch.CannotStart;

/** The files of packs where they lie: in a folder that the command line names, or among what ships. */
final class PackFiles {

    private static final String HEAD = "pack.yaml";
    private static final String SHIPPED = "policies";

    private PackFiles() {}

    /** The texts of each pack by path inside it, by the folder it lies in. */
    static SortedMap<String, Map<String, String>> read(Optional<Path> folder) {
        return read(folder, SHIPPED);
    }

    /**
     * The same where another city than the first that ships may be meant.
     *
     * @param shipped where its packs lie among what ships; counts where no folder is named
     */
    static SortedMap<String, Map<String, String>> read(Optional<Path> folder, String shipped) {
        try {
            return folder.isPresent() ? inFolder(folder.get()) : shipped(shipped + "/");
        } catch (CharacterCodingException e) {
            throw new CannotStart("--policies 中有文件不是 UTF-8 编码。", "a file below --policies is not written in UTF-8.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, Map<String, String>> inFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CannotStart(
                    "--policies 不是文件夹：%s。".formatted(folder), "--policies is no folder: %s.".formatted(folder));
        }
        var packs = new TreeMap<String, Map<String, String>>();
        try (var inside = Files.list(folder)) {
            for (var pack :
                    inside.filter(one -> Files.isRegularFile(one.resolve(HEAD))).toList()) {
                packs.put(pack.getFileName().toString(), texts(pack));
            }
        }
        if (packs.isEmpty()) {
            throw new CannotStart(
                    "--policies %s 中没有政策包：每个包是一个含 pack.yaml 的文件夹。".formatted(folder),
                    "there is no pack in --policies %s: each is a folder with a pack.yaml.".formatted(folder));
        }
        return packs;
    }

    private static Map<String, String> texts(Path pack) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var files = Files.walk(pack)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                texts.put(pack.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }

    private static SortedMap<String, Map<String, String>> shipped(String where) throws IOException {
        var packs = new TreeMap<String, Map<String, String>>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + where + "*/**/*.yaml")) {
            var path = URLDecoder.decode(file.getURL().toString(), UTF_8);
            var inside = path.substring(path.lastIndexOf(where) + where.length());
            var slash = inside.indexOf('/');
            packs.computeIfAbsent(inside.substring(0, slash), _ -> new TreeMap<>())
                    .put(inside.substring(slash + 1), file.getContentAsString(UTF_8));
        }
        return packs;
    }
}
