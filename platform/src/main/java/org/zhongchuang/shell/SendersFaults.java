package org.zhongchuang.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/**
 * Answers what is malformed as the framework does, and logs nothing of what is its sender's fault: the message would
 * quote what they typed, and the line of the request has its status anyway.
 */
final class SendersFaults extends DefaultHandlerExceptionResolver {

    @Override
    protected void logException(Exception problem, HttpServletRequest request) {
        if (!isSenders(problem)) {
            super.logException(problem, request);
        }
    }

    private static boolean isSenders(Exception problem) {
        return switch (problem) {
            case ErrorResponse answer -> answer.getStatusCode().is4xxClientError();
            case ConversionNotSupportedException _ -> false;
            case TypeMismatchException _, HttpMessageNotReadableException _ -> true;
            default -> false;
        };
    }
}
