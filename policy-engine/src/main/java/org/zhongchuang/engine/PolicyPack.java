package org.zhongchuang.engine;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A policy as data: the document as a tree, its parameters, the facts it speaks of and the programmes it offers.
 *
 * @param rules the programmes made ready to judge, by id
 * @param edition SHA-256 over the pack's files, hexadecimal: what a case is pinned to
 * @param former programmes that only earlier editions have: what was filed under them is still called by its name
 * @param members where this is several documents of a city read as one: each by itself, the leading one first;
 *     otherwise none
 */
public record PolicyPack(
        String id,
        String edition,
        Document document,
        List<Area> areas,
        Names names,
        List<Part> parts,
        Map<String, Fact> facts,
        Map<String, Parameter> parameters,
        Map<String, CodeList> lists,
        Map<String, Programme> programmes,
        List<ApprovedCase> cases,
        List<Target> targets,
        List<Obligation> obligations,
        List<IndicatorSet> indicators,
        List<Statistic> statistics,
        List<EverydayWord> everyday,
        Optional<AssessmentProcedure> assessment,
        Optional<TreasuryProcedure> treasury,
        Map<String, Rules> rules,
        Map<String, Programme> former,
        List<PolicyPack> members) {

    public PolicyPack {
        members = List.copyOf(members);
        areas = List.copyOf(areas);
        parts = List.copyOf(parts);
        cases = List.copyOf(cases);
        targets = List.copyOf(targets);
        obligations = List.copyOf(obligations);
        indicators = List.copyOf(indicators);
        statistics = List.copyOf(statistics);
        everyday = List.copyOf(everyday);
    }

    /** All clauses in the order of the document. */
    public List<Clause> clauses() {
        return parts.stream().flatMap(part -> part.clauses().stream()).toList();
    }

    /** All items in the order of the document. */
    public List<Item> items() {
        return parts.stream()
                .flatMap(part -> Stream.concat(
                        part.items().stream(), part.clauses().stream().flatMap(clause -> clause.items().stream())))
                .toList();
    }

    /** The words by which the document speaks of what somebody typed in words of every day. */
    public List<Text> meantBy(String typed) {
        return EverydayWord.meantBy(everyday, typed);
    }

    public Optional<Clause> clause(String id) {
        return clauses().stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    public Optional<Item> item(String id) {
        return items().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** What can be done here about an item. */
    public Availability availability(Item item) {
        return Availability.of(this, item);
    }

    /** A programme of this edition, or one that an earlier edition had. */
    public Programme programme(String id) {
        var programme = programmes.getOrDefault(id, former.get(id));
        if (programme == null) {
            throw new IllegalArgumentException("no programme \"" + id + "\" in pack " + this.id);
        }
        return programme;
    }

    /** What a programme is called; one that no edition kept here has, by its id. */
    public Text title(String programme) {
        var known = programmes.getOrDefault(programme, former.get(programme));
        return known == null ? Text.of(programme, programme) : known.title();
    }

    /** The programmes of this edition and those that only earlier ones had. */
    public List<Programme> known() {
        return Stream.concat(programmes.values().stream(), former.values().stream())
                .toList();
    }

    /** The programme that the product uses so, if the city has one. */
    public Optional<Programme> use(Programme.Use use) {
        return programmes.values().stream().filter(one -> one.use() == use).findFirst();
    }

    /** The levels that a makerspace climbs, the lowest first. */
    public List<Programme> levels() {
        return programmes.values().stream()
                .filter(one -> one.level() != null)
                .sorted(Comparator.comparing(one -> Objects.requireNonNull(one.level())))
                .toList();
    }

    /** Programmes that rest on that clause or on one of its items. */
    public List<Programme> programmesOn(String clause) {
        return programmes.values().stream()
                .filter(programme -> programme.clauses().stream().anyMatch(id -> belongsTo(id, clause)))
                .sorted(Comparator.comparing(Programme::id))
                .toList();
    }

    /** Parameters that belong to that clause or to one of its items. */
    public List<Parameter> parametersOn(String clause) {
        return parameters.values().stream()
                .filter(parameter -> belongsTo(parameter.clause(), clause))
                .sorted(Comparator.comparing(Parameter::id))
                .toList();
    }

    static boolean belongsTo(String id, String clause) {
        return id.equals(clause) || id.startsWith(clause + "-");
    }

    /** The indicators for that kind of makerspace in that year, if the city has any. */
    public Optional<IndicatorSet> indicatorsFor(String kind, int year) {
        return indicators.stream().filter(set -> set.isFor(kind, year)).findFirst();
    }

    public Optional<Statistic> statistic(String id) {
        return statistics.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public Area area(String code) {
        return areas.stream()
                .filter(area -> area.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no area " + code));
    }

    /** What still has to be known, in words, in the order of the names. */
    public List<Missing> missing(Collection<String> names) {
        return names.stream().map(name -> Missing.of(this, name)).toList();
    }

    /** Whom a clause speaks to, as the city says it. */
    public Text name(Audience audience) {
        return names.audiences().getOrDefault(Names.word(audience), audience.label());
    }

    /** Whose money it is, as the city says it. */
    public Text name(Programme.Payer payer) {
        return names.payers().getOrDefault(Names.word(payer), payer.label());
    }

    /** The two letters with which codes of certificates begin; those of the whole city's own where it says none. */
    public String certificatePrefix() {
        var declared = names.certificate();
        if (declared != null) {
            return declared;
        }
        var whole = areas.getFirst();
        var letters =
                (whole.code() + whole.name().en()).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        return (letters + "ZC").substring(0, 2);
    }

    public Rules rules(String programme) {
        return Objects.requireNonNull(rules.get(programme(programme).id()), programme);
    }

    /** The facts a programme needs, in the order of the vocabulary. */
    public List<Fact> factsOf(String programme) {
        var used = rules(programme).facts();
        return home(programme).facts.values().stream().filter(used::contains).toList();
    }

    /** The pack with other values of some parameters: what an authority has set since, or a reform to try. */
    public PolicyPack with(String edition, Map<String, Parameter> values) {
        var all = new LinkedHashMap<>(parameters);
        all.putAll(values);
        var anew = new LinkedHashMap<String, Rules>();
        rules.forEach((id, one) -> anew.put(id, one.with(all)));
        return but(edition, areas, all, anew, former);
    }

    /** The pack with programmes of earlier editions, as far as it has none of that id itself. */
    public PolicyPack remembering(Map<String, Programme> earlier) {
        var gone = new LinkedHashMap<>(earlier);
        gone.keySet().removeAll(programmes.keySet());
        return but(edition, areas, parameters, rules, gone);
    }

    /** The document that a programme belongs or belonged to, where several are read as one. */
    public PolicyPack home(String programme) {
        return members.stream()
                .filter(one -> one.programmes().containsKey(programme) || one.former.containsKey(programme))
                .findFirst()
                .orElse(this);
    }

    /** Where the clause of a programme is read: the pack of its document and the clause. */
    public String clauseAddress(Programme programme) {
        return "/policies/" + home(programme.id()).id() + "/clauses/" + programme.clause();
    }

    /** Each document by itself, where several are read as one. */
    public List<PolicyPack> documents() {
        return members.isEmpty() ? List.of(this) : members;
    }

    /** The pack with the areas of the city in which it is applied, as far as it names none of its own by that code. */
    public PolicyPack within(PolicyPack city) {
        var own = areas.stream().map(Area::code).collect(Collectors.toSet());
        var more =
                city.areas.stream().filter(area -> !own.contains(area.code())).toList();
        return more.isEmpty()
                ? this
                : but(edition, Stream.concat(areas.stream(), more.stream()).toList(), parameters, rules, former);
    }

    private PolicyPack but(
            String edition,
            List<Area> areas,
            Map<String, Parameter> parameters,
            Map<String, Rules> rules,
            Map<String, Programme> former) {
        return new PolicyPack(
                id,
                edition,
                document,
                areas,
                names,
                parts,
                facts,
                parameters,
                lists,
                programmes,
                cases,
                targets,
                obligations,
                indicators,
                statistics,
                everyday,
                assessment,
                treasury,
                rules,
                former,
                members);
    }

    /**
     * The pack with those values of a later edition that a document set for days before: they hold from a day no later
     * than that one and became known after it. What later editions say otherwise does not reach back.
     */
    public PolicyPack reachedBy(PolicyPack later, LocalDate day) {
        var reaching = new LinkedHashMap<String, Parameter>();
        parameters.forEach((id, own) -> Optional.ofNullable(later.parameters().get(id)).stream()
                .filter(other -> other.unit().equals(own.unit()))
                .flatMap(other -> other.values().stream())
                .filter(value -> !value.from().isAfter(day) && value.knownFrom().isAfter(day))
                .filter(value -> !own.values().contains(value))
                .forEach(value -> reaching.merge(id, own.with(value), (one, _) -> one.with(value))));
        return reaching.isEmpty() ? this : with(later.edition(), reaching);
    }

    /**
     * Judges one subject by one programme.
     *
     * @param demonstration whether values that no authority has set (演示参数) may stand in; without them such a parameter
     *     is unknown
     * @throws FactProblem if a fact is of the wrong form, out of bounds or too large
     */
    public Findings evaluate(String programme, LocalDate on, Map<String, FactValue> known, boolean demonstration) {
        return Findings.of(
                home(programme).edition,
                programme(programme),
                on,
                rules(programme).judge(known, on, demonstration));
    }
}
