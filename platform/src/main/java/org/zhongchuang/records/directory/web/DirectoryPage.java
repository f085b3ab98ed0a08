package org.zhongchuang.records.directory.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.directory.Directory.Facets;
import org.zhongchuang.records.directory.Directory.Listing;
import org.zhongchuang.records.directory.Directory.Matches;
import org.zhongchuang.records.directory.Directory.Query;
import org.zhongchuang.records.directory.Targets;
import org.zhongchuang.records.registry.Attribute;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Vocabulary;

/**
 * A page of the directory with its filters.
 *
 * @param vocabulary what may be said of subjects of this kind
 * @param matches how many of every kind match the same words; empty where no words are sought
 * @param sizes what was paid into each of the funds that are shown, and {@code funds} what they come to in all
 */
public record DirectoryPage(
        Query query,
        Listing listing,
        Facets facets,
        List<Area> areas,
        List<Attribute> vocabulary,
        Map<SubjectKind, Matches> matches,
        Map<SubjectId, Fen> sizes,
        Optional<Targets.Funds> funds) {

    /** The same search among another kind. */
    public String address(SubjectKind kind) {
        return address(kind, List.of());
    }

    /** The same search without one of the traits that were chosen. */
    public String without(String trait) {
        return address(
                query.kind(),
                query.traits().stream().filter(one -> !one.equals(trait)).toList());
    }

    private String address(SubjectKind kind, List<String> traits) {
        var area = query.area();
        return UriComponentsBuilder.fromPath("/directory")
                .queryParam("kind", kind.name().toLowerCase(Locale.ROOT))
                .queryParamIfPresent("q", Optional.of(query.words()).filter(words -> !words.isEmpty()))
                .queryParamIfPresent("area", Optional.ofNullable(area))
                .queryParamIfPresent("trait", Optional.of(traits).filter(all -> !all.isEmpty()))
                .encode()
                .build()
                .toUriString();
    }

    /** How many of a kind match, where words are sought. */
    public String count(SubjectKind kind) {
        var found = matches.get(kind);
        return found == null ? "" : " " + found.total() + (found.more() ? "+" : "");
    }

    public long in(Area area) {
        return facets.areas().getOrDefault(area.code(), 0L);
    }

    public long of(Attribute attribute, Attribute.Option option) {
        return facets.traits().getOrDefault(attribute.id() + ":" + option.code(), 0L);
    }

    public long of(Attribute attribute) {
        return facets.traits().getOrDefault(attribute.id() + ":yes", 0L);
    }

    /** Whether any option of a choice has anything to filter by. */
    public boolean has(Attribute attribute) {
        return attribute.options().stream().anyMatch(option -> of(attribute, option) > 0);
    }

    /** A trait that was chosen; where it names several, each of them. */
    public Text chosen(String trait) {
        var labels = Stream.of(trait.split("~", -1))
                .map(one -> Vocabulary.label(vocabulary, one))
                .toList();
        return Text.of(
                labels.stream().map(Text::zh).collect(Collectors.joining("或")),
                labels.stream().map(Text::en).collect(Collectors.joining(" or ")));
    }

    /** What a subject is in words, each once. */
    public List<Text> words(Subject subject) {
        return subject.traits().stream()
                .map(trait -> Vocabulary.label(vocabulary, trait))
                .distinct()
                .toList();
    }

    /** How dark an area is on the map, in five steps. */
    public int shade(Area area) {
        var most = facets.areas().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        return (int) Math.min(4, in(area) * 5 / Math.max(most, 1));
    }

    public Area area(String code) {
        return areas.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    }
}
