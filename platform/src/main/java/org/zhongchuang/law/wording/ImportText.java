package org.zhongchuang.law.wording;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.law.policy.OfficialTexts;
import org.zhongchuang.law.wording.TextRecognition.Match;

/** Looks at a text that may be the official wording of a document, and keeps it where it is. */
@Service
public class ImportText {

    private static final int LONGEST = 400;

    private final OfficialTexts texts;

    ImportText(OfficialTexts texts) {
        this.texts = texts;
    }

    /** Says what would be matched, keeping nothing. */
    public TextRecognition recognise(PolicyPack pack, String text) {
        return TextIdentity.recognise(pack, text);
    }

    /**
     * Keeps the text and shows it from now on, if it is recognised as the whole document.
     *
     * @param why why a text is kept of which some passages are missing or say otherwise; the public reads it
     * @return why it was not kept; empty where it was
     */
    @Transactional
    public Optional<Text> importText(Actor actor, PolicyPack pack, String text, String why) {
        if (!(recognise(pack, text) instanceof TextRecognition.Recognised recognised)) {
            return Optional.of(Text.of("没有认出这份文件，没有导入。", "The document was not recognised; nothing was kept."));
        }
        var fragment = recognised.fragment();
        if (fragment.isPresent()) {
            return fragment;
        }
        var reason = why.strip();
        if (recognised.differing() > 0 && (reason.length() < 2 || reason.length() > LONGEST)) {
            return Optional.of(Text.of(
                    "有 %d 段与政策包不一致，没有导入；确实要导入的，请写明理由，2到400字。".formatted(recognised.differing()),
                    "%d passages differ from the pack; nothing was kept. To keep it all the same, say why in 2 to 400 characters."
                            .formatted(recognised.differing())));
        }
        var passages = recognised.lines().stream()
                .filter(line ->
                        line.match() != Match.NOT_IN_TEXT && !line.wording().isEmpty())
                .map(line -> new OfficialTexts.Passage(line.id(), line.heading(), line.wording()))
                .toList();
        var matched = recognised.matched() + " clauses matched";
        texts.keep(actor, pack, text, passages, reason, reason.isEmpty() ? matched : matched + "; " + reason);
        return Optional.empty();
    }

    /** Takes the official wording off the pages again, with the reason; false without one. */
    @Transactional
    public boolean withdraw(Actor actor, PolicyPack pack, String why) {
        var reason = why.strip();
        if (reason.length() < 2
                || reason.length() > LONGEST
                || texts.shown(pack).isEmpty()) {
            return false;
        }
        texts.withdraw(actor, pack, reason);
        return true;
    }
}
