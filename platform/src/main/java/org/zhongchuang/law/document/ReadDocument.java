package org.zhongchuang.law.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhongchuang.ground.kernel.DocumentNumber;

/**
 * A document as far as it was understood.
 *
 * @param number the document number as it is probably meant
 * @param sections what precedes all numbers, then the parts, then the annexes
 * @param remarks what a person should look at
 */
public record ReadDocument(
        Optional<DocumentNumber> number,
        String title,
        Optional<String> issuer,
        Optional<LocalDate> day,
        List<Section> sections,
        List<Remark> remarks) {

    public ReadDocument {
        sections = List.copyOf(sections);
        remarks = List.copyOf(remarks);
    }

    /** Reads a text, whatever numbers it uses. */
    public static ReadDocument of(String text) {
        return OutlineReader.read(text);
    }

    public Stream<Section> all() {
        return sections.stream().flatMap(Section::all);
    }

    /** Whether any part or clause was found. */
    public boolean hasStructure() {
        return all().anyMatch(section -> !section.number().isEmpty());
    }
}
