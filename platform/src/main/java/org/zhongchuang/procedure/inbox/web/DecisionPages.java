package org.zhongchuang.procedure.inbox.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.signing.PublishedKeys;
import org.zhongchuang.procedure.decision.SignDecision;
import org.zhongchuang.procedure.inbox.CaseDetails;
import org.zhongchuang.procedure.inbox.Cases;

/** A decision as a signed file, and the key to check it with. */
@Controller
public class DecisionPages {

    private final Cases cases;
    private final SignDecision sign;
    private final PublishedKeys keys;

    DecisionPages(Cases cases, SignDecision sign, PublishedKeys keys) {
        this.cases = cases;
        this.sign = sign;
        this.keys = keys;
    }

    @GetMapping("/cases/{number}/decision.json")
    @Concerns(value = Thing.CASE, by = "number")
    @Only
    ResponseEntity<String> decision(@PathVariable String number, Actor actor) {
        var file = cases.details(actor, number)
                .map(CaseDetails::file)
                .flatMap(sign::of)
                .orElseThrow(() -> Problem.noSuchThing("decision of " + number));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(number + ".json")
                                .build()
                                .toString())
                .body(file);
    }

    /**
     * The public halves of the keys that sign and have signed decisions, each with the digits that people compare: the
     * first is in use, those after it were.
     */
    @GetMapping("/decisions/key")
    @Anyone
    ResponseEntity<String> key() {
        var current = keys.current();
        var text = new StringBuilder("Ed25519 %s%n%s%n".formatted(current.published(), current.fingerprint()));
        keys.former()
                .forEach(former ->
                        text.append("%nEd25519 %s%n%s%n".formatted(former.published(), former.fingerprint())));
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(text.toString());
    }
}
