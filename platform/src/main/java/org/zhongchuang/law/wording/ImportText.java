package org.zhongchuang.law.wording;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.OfficialTexts;
import org.zhongchuang.law.wording.TextRecognition.Match;

/** Looks at a text that may be the official wording of a document, and keeps it where it is. */
@Service
public class ImportText {

    private final OfficialTexts texts;

    ImportText(OfficialTexts texts) {
        this.texts = texts;
    }

    /** Says what would be matched, keeping nothing. */
    public TextRecognition recognise(PolicyPack pack, String text) {
        return TextIdentity.recognise(pack, text);
    }

    /** Keeps the text, if it is recognised, and shows it from now on. */
    @Transactional
    public TextRecognition importText(Actor actor, PolicyPack pack, String text) {
        var recognition = recognise(pack, text);
        if (recognition instanceof TextRecognition.Recognised recognised) {
            var passages = recognised.lines().stream()
                    .filter(line ->
                            line.match() != Match.NOT_IN_TEXT && !line.wording().isEmpty())
                    .map(line -> new OfficialTexts.Passage(line.id(), line.heading(), line.wording()))
                    .toList();
            texts.keep(actor, pack, text, passages, recognised.matched() + " clauses matched");
        }
        return recognition;
    }
}
