package org.zhongchuang.ground.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Templates read from the sources and compiled again once they are saved. Only {@code ./zhongchuang dev} has this
 * class: it is compiled by the launcher and is in no jar.
 */
@Configuration(proxyBeanMethods = false)
class LiveTemplates {

    /** With the settings of the Maven plugin, so that pages are the same as in the product. */
    @Bean
    @Primary
    TemplateEngine templatesFromSources(
            @Value("${zhongchuang.templates}") Path sources, @Value("${zhongchuang.templates.classes}") Path classes) {
        var engine = TemplateEngine.create(new DirectoryCodeResolver(sources), classes, ContentType.Html);
        engine.setTrimControlStructures(true);
        engine.setBinaryStaticContent(true);
        return engine;
    }
}
