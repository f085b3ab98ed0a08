package org.zhongchuang.procedure.notice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Limit;
import org.zhongchuang.ground.access.Throttle;
import org.zhongchuang.ground.file.FileStore;
import org.zhongchuang.ground.file.StoredFile;
import org.zhongchuang.procedure.notice.Notices;
import org.zhongchuang.procedure.notice.Objection;
import org.zhongchuang.procedure.notice.PublicNotice;

/** The receipt of an objection: found by its number, wherever it was handed in, with how far the objection is. */
@Controller
public class ReceiptPages {

    private final Notices notices;
    private final FileStore files;
    private final Throttle throttle;

    ReceiptPages(Notices notices, FileStore files, Throttle throttle) {
        this.notices = notices;
        this.files = files;
        this.throttle = throttle;
    }

    /** A receipt with its notice, and what the file is called that was handed in with it. */
    public record Found(Objection objection, PublicNotice notice, Optional<String> file) {}

    /** What was found for a number; {@code asked} whether one was typed. */
    public record ReceiptPage(Optional<Found> found, boolean asked) {}

    @GetMapping("/receipts")
    @Common("Whoever has the receipt of an objection may ask what became of it.")
    @Anyone
    ModelAndView ask() {
        return page(new ReceiptPage(Optional.empty(), false));
    }

    /** Asked by a form, so that a receipt stands in no address and in no log. */
    @PostMapping("/receipts")
    @Common("Whoever has the receipt of an objection may ask what became of it.")
    @Anyone
    ModelAndView show(@RequestParam(defaultValue = "") String receipt, HttpServletRequest request) {
        throttle.orWait(Limit.RECEIPT, request.getRemoteAddr());
        var found = notices.byReceipt(receipt)
                .map(one -> new Found(
                        one,
                        notices.objectedTo(one),
                        one.file().flatMap(files::find).map(StoredFile::name)));
        return page(new ReceiptPage(found, true));
    }

    private static ModelAndView page(ReceiptPage page) {
        return new ModelAndView("procedure/notice/receipt", "page", page);
    }
}
