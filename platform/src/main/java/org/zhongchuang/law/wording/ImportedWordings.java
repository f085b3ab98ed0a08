package org.zhongchuang.law.wording;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.ground.audit.ActsOnRecord;
import org.zhongchuang.ground.audit.RecordedAct;
import org.zhongchuang.law.policy.OfficialTexts;
import org.zhongchuang.law.policy.OfficialTexts.Shown;
import org.zhongchuang.law.policy.WordingNotes;

/** Says of the wording that is shown what the record of its import says, and compares it with the pack that is read. */
@Service
class ImportedWordings implements WordingNotes {

    private static final int MOST_KNOWN = 50;

    private final OfficialTexts texts;
    private final ActsOnRecord acts;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ImportedWordings(OfficialTexts texts, ActsOnRecord acts, Clock clock) {
        this.texts = texts;
        this.acts = acts;
        this.clock = clock;
    }

    /** A note of an edition, for as long as its wording does not change. */
    private record Known(Instant importedAt, Note note) {}

    @Override
    public Optional<Note> of(PolicyPack pack) {
        return texts.shown(pack).map(shown -> {
            var before = known.get(pack.edition());
            if (before != null && before.importedAt().equals(shown.importedAt())) {
                return before.note();
            }
            var note = note(pack, shown);
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(pack.edition(), new Known(shown.importedAt(), note));
            return note;
        });
    }

    private Note note(PolicyPack pack, Shown shown) {
        var act = acts.page(ActsOnRecord.Question.of(OfficialTexts.IMPORT, pack.id()), 0, 1).stream()
                .findFirst();
        return new Note(
                act.map(RecordedAct::unit).orElse(""),
                LocalDate.ofInstant(shown.importedAt(), clock.getZone()),
                act.map(RecordedAct::detail).map(ImportText::reason).orElse(""),
                differing(pack, shown.source()));
    }

    private static List<Differing> differing(PolicyPack pack, String source) {
        return TextIdentity.recognise(pack, source) instanceof TextRecognition.Recognised recognised
                ? recognised.lines().stream()
                        .filter(TextRecognition.Line::isDiffering)
                        .map(line -> new Differing(
                                line.id(),
                                Stream.concat(Stream.of(line.match().label()), line.differences().stream())
                                        .toList()))
                        .toList()
                : List.of();
    }
}
