package org.zhongchuang.ground.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/**
 * Answers what is malformed as the framework does, and logs nothing of what is its sender's fault: the message would
 * quote what they typed, and the line of the request has its status anyway.
 */
public final class SendersFaults extends DefaultHandlerExceptionResolver {

    @Override
    protected void logException(Exception problem, HttpServletRequest request) {
        if (!isSenders(problem)) {
            super.logException(problem, request);
        }
    }

    /** A file where words are asked for: the framework takes what it cannot convert for a fault of ours. */
    @Override
    protected ModelAndView handleConversionNotSupported(
            ConversionNotSupportedException problem,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler)
            throws IOException {
        if (problem instanceof MethodArgumentConversionNotSupportedException) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return new ModelAndView();
        }
        return super.handleConversionNotSupported(problem, request, response, handler);
    }

    private static boolean isSenders(Exception problem) {
        return switch (problem) {
            case ErrorResponse answer -> answer.getStatusCode().is4xxClientError();
            case MethodArgumentConversionNotSupportedException _ -> true;
            case ConversionNotSupportedException _ -> false;
            case TypeMismatchException _, HttpMessageNotReadableException _ -> true;
            default -> false;
        };
    }
}
