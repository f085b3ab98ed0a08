package org.zhongchuang.ground.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;
import org.springframework.web.servlet.view.AbstractTemplateView;
import org.springframework.web.servlet.view.AbstractTemplateViewResolver;
import org.springframework.web.servlet.view.AbstractUrlBasedView;
import org.zhongchuang.engine.Language;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Offices;
import org.zhongchuang.ground.calendar.CityClock;
import org.zhongchuang.ground.request.SendersFaults;

/** How requests become pages. Every template takes {@code frame} and {@code page}. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final RequestTrace trace;
    private final Gate gate;
    private final Preferences preferences;
    private final Brakes brakes;

    WebConfiguration(RequestTrace trace, Gate gate, Preferences preferences, Brakes brakes) {
        this.trace = trace;
        this.brakes = brakes;
        this.gate = gate;
        this.preferences = preferences;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(trace);
        registry.addInterceptor(preferences);
        registry.addInterceptor(gate);
        registry.addInterceptor(brakes);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActingPerson());
        resolvers.add(new NamedAct());
        resolvers.add(new ReadersLanguage());
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.replaceAll(one -> one instanceof DefaultHandlerExceptionResolver ? new SendersFaults() : one);
    }

    @Bean
    TemplateEngine templates() {
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    ViewResolver pages(TemplateEngine templates, CityClock clock, ShellSettings settings, Offices offices) {
        var resolver = new AbstractTemplateViewResolver() {
            @Override
            protected AbstractUrlBasedView instantiateView() {
                return new Page(templates, clock, settings.enabled(), offices);
            }

            @Override
            protected Class<?> requiredViewClass() {
                return Page.class;
            }
        };
        resolver.setViewClass(Page.class);
        resolver.setSuffix(".jte");
        resolver.setExposeRequestAttributes(false);
        resolver.setExposeSpringMacroHelpers(false);
        return resolver;
    }

    /** A template rendered whole before the first byte is sent, so that cookies and errors still find their way. */
    static final class Page extends AbstractTemplateView {

        private final TemplateEngine templates;
        private final CityClock clock;
        private final boolean demonstration;
        private final Offices offices;

        Page(TemplateEngine templates, CityClock clock, boolean demonstration, Offices offices) {
            this.offices = offices;
            this.templates = templates;
            this.clock = clock;
            this.demonstration = demonstration;
        }

        @Override
        public boolean checkResource(Locale locale) {
            return templates.hasTemplate(getUrl());
        }

        @Override
        protected void renderMergedTemplateModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
            var output = new Utf8ByteOutput();
            var parameters = new java.util.HashMap<String, Object>();
            parameters.put("frame", new Frame(request, clock, demonstration, offices));
            parameters.put("page", model.get("page"));
            templates.render(getUrl(), parameters, output);
            response.setContentType("text/html;charset=UTF-8");
            // In one piece: a page is made of hundreds, and each write is looked at by all who wrap the answer.
            var written = new ByteArrayOutputStream(output.getContentLength());
            output.writeTo(written);
            response.setContentLength(written.size());
            written.writeTo(response.getOutputStream());
        }
    }

    /** Hands the acting person to a controller that asks for one. */
    private static final class ActingPerson implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return request.getAttribute(Gate.ACTOR, NativeWebRequest.SCOPE_REQUEST);
        }
    }

    /** Hands the language that is read to a controller that asks for it. */
    private static final class ReadersLanguage implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Language.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Frame.languageOf(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
    }

    /** Hands the named act to a controller, and refuses a form that names none of those it may. */
    private static final class NamedAct implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(Act.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var named = request.getParameter("act");
            var may = Objects.requireNonNull(parameter.getParameterAnnotation(Act.class))
                    .value();
            if (named == null || !List.of(may).contains(named)) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the form names no act");
            }
            return named;
        }
    }
}
