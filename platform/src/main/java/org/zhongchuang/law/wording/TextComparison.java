package org.zhongchuang.law.wording;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.Document;
import org.zhongchuang.engine.Item;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.law.document.Figures;
import org.zhongchuang.law.document.Figures.Figure;
import org.zhongchuang.law.document.ReadDocument;
import org.zhongchuang.law.document.Section;
import org.zhongchuang.law.wording.TextRecognition.Line;
import org.zhongchuang.law.wording.TextRecognition.Match;

/**
 * A document held against the pack that is made of it: clause by clause, heading by heading, figure by figure. The pack
 * says a clause in its own words, so that what is compared is which figures stand there, not how the sentences go.
 */
final class TextComparison {

    private final PolicyPack pack;
    private final ReadDocument read;
    private final Map<String, Section> sections;
    private final Set<String> clauses;
    private final Map<String, List<Item>> items = new LinkedHashMap<>();

    private TextComparison(PolicyPack pack, ReadDocument read) {
        this.pack = pack;
        this.read = read;
        this.sections = read.all().collect(toMap(Section::id, section -> section, (one, _) -> one, LinkedHashMap::new));
        this.clauses = pack.clauses().stream().map(Clause::id).collect(toSet());
        for (var part : pack.parts()) {
            items.put(part.id(), part.items());
            part.items().forEach(item -> items.putIfAbsent(item.id(), List.of(item)));
        }
    }

    static List<Line> of(PolicyPack pack, ReadDocument read) {
        return new TextComparison(pack, read).lines();
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        pack.clauses().forEach(clause -> lines.add(line(clause)));
        read.sections().forEach(section -> others(section, lines));
        pack.parts().stream()
                .flatMap(part -> part.items().stream())
                .filter(item -> missing(item, lines))
                .forEach(item -> lines.add(new Line(item.id(), item.title().zh(), "", Match.NOT_IN_TEXT, List.of())));
        return List.copyOf(lines);
    }

    /** An item of a part that neither stands by itself in the text nor belongs to words that do. */
    private static boolean missing(Item item, List<Line> lines) {
        return lines.stream().noneMatch(line -> line.id().equals(Clause.idOf(item.id())));
    }

    private Line line(Clause clause) {
        var section = sections.get(clause.id());
        if (section == null) {
            return new Line(clause.id(), clause.title().zh(), "", Match.NOT_IN_TEXT, List.of());
        }
        var words = Stream.concat(
                Stream.of(clause.title().zh(), clause.summary().zh()),
                clause.items().stream().flatMap(TextComparison::words));
        var differences = differences(section.words(), words.collect(joining("\n")));
        var other = !section.heading().isEmpty()
                && !section.heading().strip().equals(clause.title().zh());
        return new Line(
                clause.id(),
                section.title(),
                section.wording(),
                other ? Match.OTHER_HEADING : differences.isEmpty() ? Match.MATCHED : Match.OTHER_FIGURES,
                differences);
    }

    /** What stands in the text and is no clause of the pack, without what stands inside one. */
    private void others(Section section, List<Line> lines) {
        if (clauses.contains(section.id())) {
            return;
        }
        var known = items.get(section.id());
        if (known == null) {
            lines.add(new Line(section.id(), section.title(), section.wording(), Match.NOT_IN_PACK, List.of()));
            return;
        }
        var own = String.join("\n", section.own());
        if (!own.isEmpty()) {
            lines.add(compared(section, known, own));
        }
        section.children().forEach(child -> others(child, lines));
    }

    private Line compared(Section section, List<Item> known, String own) {
        var text = own;
        var words = known.stream()
                .filter(item -> Clause.idOf(item.id()).equals(section.id()))
                .flatMap(TextComparison::words);
        if (section.id().equals(Section.PREAMBLE)) {
            var issued = pack.document().issued();
            text += issued == null
                    ? ""
                    : "\n" + read.day().map(TextComparison::written).orElse("");
            words = Stream.concat(
                    words,
                    Stream.concat(
                            pack.document().bases().stream().map(Document.Reference::number),
                            Stream.ofNullable(issued).map(TextComparison::written)));
        }
        var differences = differences(text, words.collect(joining("\n")));
        return new Line(
                section.id(),
                section.title(),
                own,
                differences.isEmpty() ? Match.MATCHED : Match.OTHER_FIGURES,
                differences);
    }

    private static String written(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static Stream<String> words(Item item) {
        return Stream.concat(
                Stream.of(item.title().zh(), item.summary().zh()),
                item.fixed().stream().map(Item.Figure::zh));
    }

    private static List<Text> differences(String text, String words) {
        var here = shown(Figures.in(text));
        var there = shown(Figures.in(words));
        var onlyHere = new LinkedHashSet<>(here.keySet());
        onlyHere.removeAll(there.keySet());
        var onlyThere = new LinkedHashSet<>(there.keySet());
        onlyThere.removeAll(here.keySet());
        var differences = new ArrayList<Text>();
        if (!onlyHere.isEmpty() || !onlyThere.isEmpty()) {
            differences.add(Text.of("文本中是{here}，政策包中是{there}", "{here} in the text, {there} in the pack")
                    .with("here", told(onlyHere, here))
                    .with("there", told(onlyThere, there)));
        }
        for (var two : Figures.contradictions(text)) {
            differences.add(Text.of("文本中{one}与括号里的{other}不一致", "in the text {one} and the {other} in brackets differ")
                    .with("one", two.getFirst().shown())
                    .with("other", two.getLast().shown()));
        }
        return differences;
    }

    private static Map<String, String> shown(List<Figure> figures) {
        return figures.stream().collect(toMap(Figure::value, Figure::shown, (one, _) -> one, LinkedHashMap::new));
    }

    private static String told(Set<String> values, Map<String, String> shown) {
        return values.isEmpty()
                ? "—"
                : values.stream().map(value -> "“" + shown.get(value) + "”").collect(joining("、"));
    }
}
