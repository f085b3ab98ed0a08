package org.zhongchuang.law.document;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part, a clause or an item of a document, with what stands below it.
 *
 * @param id made of the numbers on the way to it, such as 第三条(一) or 附件1·二; 序 for what precedes all numbers
 * @param number as printed before the text, such as （二） or 第三条, empty where there is none
 * @param english what the number is called, such as Clause 2
 * @param heading its printed heading; empty for an article that has none
 * @param own its own paragraphs, without those of its children; rows of a table have tabs between cells
 * @param line where it begins in the text as it was read
 */
public record Section(
        String id, String number, String english, String heading, List<String> own, int line, List<Section> children) {

    private static final int LONGEST_TITLE = 40;

    public static final String PREAMBLE = "序";

    public Section {
        own = List.copyOf(own);
        children = List.copyOf(children);
    }

    /** All of its wording, its children's included, each with its number. */
    public String wording() {
        var lines = new ArrayList<>(own);
        children.forEach(child -> lines.add(child.printed()));
        return String.join("\n", lines);
    }

    private String printed() {
        var below = wording();
        var titled = own.isEmpty() && !heading.isEmpty();
        return number + (titled ? heading + (below.isEmpty() ? "" : "\n") : "") + below;
    }

    /** The same without numbers, which are no figures of the text. */
    public String words() {
        var titled = !heading.isEmpty() && (own.isEmpty() || !own.getFirst().contains(heading));
        return Stream.concat(
                        Stream.concat(titled ? Stream.of(heading) : Stream.empty(), own.stream()),
                        children.stream().map(Section::words))
                .collect(joining("\n"));
    }

    /** This and everything below it, in the order of the text. */
    public Stream<Section> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Section::all));
    }

    /** Its heading, or the beginning of what it says, which ends in no figure. */
    public String title() {
        if (!heading.isEmpty()) {
            return heading;
        }
        var first = words().lines().filter(line -> !line.isBlank()).findFirst().orElse(id);
        var sentence = first.replaceFirst("[。；].*$", "");
        return sentence.length() <= LONGEST_TITLE
                ? sentence
                : sentence.substring(0, LONGEST_TITLE).replaceFirst("[^，、]{0,8}$", "") + "…";
    }
}
