package org.zhongchuang.government.inspection.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.Head;
import org.zhongchuang.ground.audit.Trees;
import org.zhongchuang.ground.sheet.OpenData;
import org.zhongchuang.ground.shell.Problem;

/**
 * The heads of the sealed logs, one for each day, for anybody to keep: whoever keeps one can tell later whether
 * anything from before it was changed. A head says how many rows there are, and nothing of what they say.
 */
@Controller
public class HeadPages implements OpenData {

    private static final List<Field> FIELDS = List.of(
            Field.of("log", "log", "audit：操作记录；ledger：资金账目。", "audit: the record of acts; ledger: the books."),
            Field.of("size", "size", "到那时共有多少行。", "How many rows there were."),
            Field.of("root", "root", "这些行的树根（SHA-256）。", "The root of the tree of these rows (SHA-256)."),
            Field.of("at", "at", "封存的时间。", "When it was sealed."),
            Field.of("key", "key", "签名所用的公开密钥。", "The public key of the signature."),
            Field.of("signature", "signature", "对上述各项的签名。", "The signature over these."),
            Field.of("signed", "signed", "签名现在验证是否有效。", "Whether the signature holds."));

    private static final List<String> LOGS = List.of("audit", "ledger");
    private static final int DAYS_SHOWN = 60;
    private static final int DAYS_KEPT = 400;

    private final Trees trees;
    private final Clock clock;

    HeadPages(Trees trees, Clock clock) {
        this.trees = trees;
        this.clock = clock;
    }

    /** The heads of the latest days, newest first. */
    public record HeadsPage(List<Head> heads) {}

    /** What is downloaded and kept. */
    record HeadsFile(List<Head> heads) {}

    @GetMapping("/log/heads")
    @Anyone
    ModelAndView heads() {
        return new ModelAndView("government/inspection/heads", "page", new HeadsPage(daily(DAYS_SHOWN)));
    }

    @Override
    public Dataset dataset() {
        return new Dataset(
                Text.of("封存树根", "Sealed heads"),
                Text.of(
                        "操作记录和资金账目每天的树根：留存一份，以后就能查出改动。",
                        "The daily heads of the record of acts and of the books: whoever keeps one can later find any change."),
                List.of(Copy.of("JSON", "/log/heads.json")),
                FIELDS);
    }

    @GetMapping("/log/heads.json")
    @Anyone
    ResponseEntity<HeadsFile> file() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=heads.json")
                .body(new HeadsFile(daily(DAYS_KEPT)));
    }

    @GetMapping("/log/consistency.json")
    @Only({Role.AUDITOR, Role.ADMINISTRATOR})
    ResponseEntity<Trees.Consistency> consistency(
            @RequestParam String log, @RequestParam long older, @RequestParam long newer) {
        var before = trees.head(log, older).orElseThrow(() -> Problem.noSuchThing("head " + older));
        var after = trees.head(log, newer).orElseThrow(() -> Problem.noSuchThing("head " + newer));
        if (older > newer) {
            throw Problem.noSuchThing("an older head that is larger");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        "Content-Disposition",
                        "attachment; filename=consistency-%s-%d-%d.json".formatted(log, older, newer))
                .body(trees.consistency(before, after));
    }

    private List<Head> daily(int days) {
        return LOGS.stream()
                .flatMap(log -> trees.daily(log, LocalDate.now(clock), clock.getZone(), days).stream())
                .toList();
    }
}
