package org.zhongchuang.ground.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the server answers by itself, to requests that reach no page: in both languages and with the same headers. */
@Configuration(proxyBeanMethods = false)
class MalformedRequests {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainAnswers() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(PlainAnswer.class.getName());
            }
        });
    }

    /** A short page without scripts, styles or anything of the request. */
    public static final class PlainAnswer extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            var status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            response.setHeader("Content-Security-Policy", SecurityConfiguration.NOTHING_BUT_TEXT);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("Cache-Control", "no-store");
            try {
                response.setContentType("text/html");
                response.setCharacterEncoding(UTF_8);
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write("""
                            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>%1$d</title></head><body>
                            <h1>%1$d</h1><p>%2$s</p><p lang="en">%3$s</p><p><a href="/">首页 / Home</a></p></body></html>
                            """.formatted(
                                    status,
                                    status < 500 ? "这个请求读不懂：地址或内容可能被截断或写错了。" : "系统出了问题，请稍后再试。",
                                    status < 500
                                            ? "This request cannot be understood: its address or content may have been cut off or mistyped."
                                            : "Something went wrong on our side. Please try again later."));
                    response.finishResponse();
                }
            } catch (IOException | IllegalStateException _) {
                // Nobody is there any more to be told.
            }
        }
    }
}
