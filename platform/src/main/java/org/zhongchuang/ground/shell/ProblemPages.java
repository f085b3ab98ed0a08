package org.zhongchuang.ground.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.TooMany;
import org.zhongchuang.ground.calendar.Waits;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.ground.menu.Doors;
import org.zhongchuang.ground.sheet.Unprintable;

/** The one place where something that went wrong becomes a page: what happened, and what to do now. */
@Controller
@ControllerAdvice
public class ProblemPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);
    private static final String DISK_FULL = "53100";
    private static final String OPEN_TOO_LONG = ProblemPages.class.getName() + ".open-too-long";
    private static final String TOO_MANY = ProblemPages.class.getName() + ".too-many";

    private final Doors doors;

    ProblemPages(Doors doors) {
        this.doors = doors;
    }

    /**
     * A problem as its reader sees it, with what they typed where it can be sent again.
     *
     * @param back the page the form stands on, where one goes on there
     */
    public record ProblemPage(
            int status,
            Text title,
            Text advice,
            @Nullable UnsentForm typed,
            @Nullable String back) {

        ProblemPage(int status, Text title, Text advice) {
            this(status, title, advice, null, null);
        }

        ProblemPage with(@Nullable UnsentForm what) {
            return new ProblemPage(status, title, advice, what, back);
        }

        ProblemPage backTo(String page) {
            return new ProblemPage(status, title, advice, typed, page);
        }
    }

    @RequestMapping("/error")
    @Anyone
    ModelAndView show(HttpServletRequest request) {
        var status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatusCode.valueOf((int) code))
                .orElse(HttpStatus.NOT_FOUND);
        if (status.value() == 403 && request.getAttribute(OPEN_TOO_LONG) != null) {
            return new ModelAndView("ground/shell/problem", Map.of("page", openTooLong()), status);
        }
        if (status.value() == HttpStatus.CONTENT_TOO_LARGE.value()) {
            return tooLarge(request);
        }
        return request.getAttribute(TOO_MANY) instanceof TooMany tooMany && status.value() == 429
                ? page(tooMany, null)
                : page(status);
    }

    /** The address of a form, opened as a page, as from the browser's history: leads to the page the form stands on. */
    @ExceptionHandler
    ModelAndView show(HttpRequestMethodNotSupportedException other, HttpServletRequest request) {
        return other.getMethod().equals("GET")
                ? new ModelAndView("redirect:" + doors.pageAbove(request.getRequestURI()))
                : page(HttpStatus.METHOD_NOT_ALLOWED);
    }

    /** Leads back to the form, where everything that was saved still stands. */
    private ModelAndView tooLarge(HttpServletRequest request) {
        var sent = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
        var status = HttpStatus.CONTENT_TOO_LARGE;
        return new ModelAndView(
                "ground/shell/problem", Map.of("page", ProblemWords.of(status).backTo(doors.pageAbove(sent))), status);
    }

    /** A form without the token of its sender's session: most often the page was open while they signed in anew. */
    static void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            request.setAttribute(OPEN_TOO_LONG, true);
        }
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    private static ProblemPage openTooLong() {
        return new ProblemPage(
                HttpStatus.FORBIDDEN.value(),
                Text.of("这一页开得太久了，没有提交", "This page was open too long; nothing was sent"),
                Text.of(
                        "请返回上一页，刷新后重新提交；写得较长的内容请先复制下来。",
                        "Go back, reload the page and send the form again; copy a longer text first."));
    }

    /** What was done too often, from outside a page. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, TooMany tooMany) throws IOException {
        request.setAttribute(TOO_MANY, tooMany);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(tooMany)));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    /** No browser fills a form again that it must not store, so the page brings what was typed along. */
    @ExceptionHandler
    ModelAndView show(TooMany tooMany, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(tooMany)));
        return page(tooMany, typed(request));
    }

    /** What a person wrote into the form that was sent; null where they wrote nothing. */
    private static @Nullable UnsentForm typed(HttpServletRequest request) {
        return Optional.of(request)
                .filter(one -> one.getMethod().equals("POST"))
                .flatMap(one -> UnsentForm.of("", one, Instant.EPOCH))
                .filter(form -> form.fields().stream().anyMatch(UnsentForm.Field::isWritten))
                .orElse(null);
    }

    private static long seconds(TooMany tooMany) {
        return tooMany.howLong().toSeconds() + 1;
    }

    private static ModelAndView page(TooMany tooMany, @Nullable UnsentForm typed) {
        var seconds = seconds(tooMany);
        var until = seconds < 120
                ? Text.of(seconds + "秒", seconds + " seconds")
                : seconds < 7200
                        ? Text.of(seconds / 60 + 1 + "分钟", seconds / 60 + 1 + " minutes")
                        : Text.of(seconds / 3600 + 1 + "小时", seconds / 3600 + 1 + " hours");
        var text = tooMany.limit().text();
        var page = new ProblemPage(
                        429,
                        Text.of("试得太多了，请稍等", "Too many tries, please wait"),
                        Text.of(
                                text.zh() + "请在" + until.zh()
                                        + (typed == null ? "后返回上一页再试。" : "后再提交；您填写的内容在下面，附件需要重新选择。"),
                                text.en()
                                        + (typed == null
                                                ? " Go back and try again in " + until.en() + "."
                                                : " Send it again in " + until.en()
                                                        + "; what you typed is below, and files must be chosen again.")))
                .with(typed);
        return new ModelAndView("ground/shell/problem", Map.of("page", page), HttpStatus.TOO_MANY_REQUESTS);
    }

    /** A refusal that the result of the use case has no words for; what was typed can be sent as a form of its own. */
    @ExceptionHandler
    ModelAndView show(Refused refused, HttpServletRequest request) {
        var typed = typed(request);
        if (typed != null) {
            typed.fields().removeIf(field -> field.name().equals("request"));
        }
        var page = new ProblemPage(
                        HttpStatus.CONFLICT.value(),
                        Text.of("没有办理", "It was not done"),
                        refused.reason().text())
                .with(typed)
                .backTo(doors.pageAbove(request.getRequestURI()));
        return new ModelAndView("ground/shell/problem", Map.of("page", page), HttpStatus.CONFLICT);
    }

    /** What the schema does not hold was kept by nobody: the second line behind each form's own checks. */
    @ExceptionHandler
    ModelAndView show(DataIntegrityViolationException refused, HttpServletRequest request) {
        LOG.warn(
                "the schema refused what a form let through: {}",
                refused.getClass().getSimpleName());
        LOG.debug("the schema refused", refused);
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        var page = ProblemWords.of(status).with(typed(request));
        return new ModelAndView("ground/shell/problem", Map.of("page", page), status);
    }

    /**
     * No room is left where the database lies; whatever else keeps it from answering is none of this page's business.
     */
    @ExceptionHandler
    ModelAndView show(DataAccessResourceFailureException failure) {
        if (failure.getRootCause() instanceof SQLException refused && DISK_FULL.equals(refused.getSQLState())) {
            LOG.error("数据库所在的磁盘已满 / the disk of the database is full: {}", refused.getMessage());
            return page(HttpStatus.INSUFFICIENT_STORAGE);
        }
        throw failure;
    }

    @ExceptionHandler
    ModelAndView show(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return tooLarge(request);
    }

    @ExceptionHandler
    ModelAndView show(MultipartException brokenOff) {
        return page(HttpStatus.BAD_REQUEST);
    }

    /** What was asked for cannot be done yet; nothing of it was kept. */
    @ExceptionHandler
    ModelAndView show(Waits waits) {
        var page = new ProblemPage(
                HttpStatus.CONFLICT.value(),
                Text.of("现在还办不了", "This cannot be done yet"),
                Text.of(
                        waits.missing().zh() + "。请告知市科技局；设定之后再试，已保存的内容不受影响。",
                        "It waits for " + waits.missing().en()
                                + ". Tell the city's science bureau, and try again once it is there; what was saved is safe."));
        return new ModelAndView("ground/shell/problem", Map.of("page", page), HttpStatus.CONFLICT);
    }

    /** A paper that would be printed wrongly. */
    @ExceptionHandler
    ModelAndView show(Unprintable paper, HttpServletResponse response) {
        response.setHeader("Content-Disposition", null);
        var page = new ProblemPage(
                HttpStatus.CONFLICT.value(), Text.of("文件没有出具", "The paper was not given out"), paper.why());
        return new ModelAndView("ground/shell/problem", Map.of("page", page), HttpStatus.CONFLICT);
    }

    /** A file that is on record and not in its place, perhaps because servers do not share the folder of the files. */
    @ExceptionHandler
    ModelAndView show(NoSuchFileException missing, HttpServletResponse response) {
        LOG.error("the content of a file is not in its place: {}", missing.getFile());
        response.setHeader("Content-Disposition", null);
        var page = new ProblemPage(
                500,
                Text.of("文件内容不在它应在的位置", "The content of this file is not where it should be"),
                Text.of(
                        "它的登记和校验值都在，但内容现在取不到。请告诉管理员：可能是文件目录没有接上，或需要从备份恢复。",
                        "Its record and its hash are kept, but the content cannot be had now. Tell the administrator: the folder of the files may not be connected, or must be restored from a backup."));
        return new ModelAndView("ground/shell/problem", Map.of("page", page), HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static ModelAndView page(HttpStatusCode status) {
        return new ModelAndView("ground/shell/problem", Map.of("page", ProblemWords.of(status)), status);
    }
}
