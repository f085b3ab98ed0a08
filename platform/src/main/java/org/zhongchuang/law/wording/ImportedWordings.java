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
import org.zhongchuang.law.policy.OfficialTexts;
import org.zhongchuang.law.policy.OfficialTexts.Shown;
import org.zhongchuang.law.policy.WordingNotes;

/** Says of the wording that is shown who imported it and why, and compares it with the pack that is read. */
@Service
class ImportedWordings implements WordingNotes {

    private static final int MOST_KNOWN = 50;

    private final OfficialTexts texts;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ImportedWordings(OfficialTexts texts, Clock clock) {
        this.texts = texts;
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
        return new Note(
                shown.unit(),
                LocalDate.ofInstant(shown.importedAt(), clock.getZone()),
                shown.reason(),
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
