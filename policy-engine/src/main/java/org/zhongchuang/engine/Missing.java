package org.zhongchuang.engine;

/**
 * One thing that a programme still has to know, in words.
 *
 * @param name as findings name it: a fact, a parameter, a list, or a field of records such as
 *     {@code contributions.paid}
 * @param label what it is called
 * @param by who can say it: {@link Fact#APPLICANT}, {@link Fact#REGISTER}, {@link Fact#CALL}, the role of an office, or
 *     {@link #AUTHORITY}
 */
public record Missing(String name, Text label, String by) {

    /** It is a value that an authority has to set. */
    public static final String AUTHORITY = "authority";

    /** Whether the applicant can say it. */
    public boolean isAsked() {
        return by.equals(Fact.APPLICANT);
    }

    /** Whether the applicant or a register can say it, so that whoever tries the rules can too. */
    public boolean isOfApplicant() {
        return isAsked() || by.equals(Fact.REGISTER);
    }

    /** Whether it is told once the claims of a call are settled. */
    public boolean isOfCall() {
        return by.equals(Fact.CALL);
    }

    /** Whether no authority has set it yet. */
    public boolean isUnset() {
        return by.equals(AUTHORITY);
    }

    /** The fact that is asked for; what it is a field of, if it is one. */
    public String question() {
        return factOf(name);
    }

    private static String factOf(String name) {
        var dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    static Missing of(PolicyPack pack, String name) {
        var parameter = pack.parameters().get(name);
        if (parameter != null) {
            return new Missing(name, parameter.means(), AUTHORITY);
        }
        var list = pack.lists().get(name);
        if (list != null) {
            return new Missing(name, list.means(), AUTHORITY);
        }
        var fact = pack.facts().get(factOf(name));
        if (fact == null) {
            throw new IllegalArgumentException("nothing in pack %s is called %s".formatted(pack.id(), name));
        }
        return fact.fields().stream()
                .filter(field -> name.equals(fact.id() + "." + field.id()))
                .findFirst()
                .map(field -> new Missing(name, inside(fact.label(), field.label()), fact.by()))
                .orElseGet(() -> new Missing(name, fact.label(), fact.by()));
    }

    private static Text inside(Text records, Text field) {
        return Text.of(records.zh() + "的" + field.zh(), field.en() + " in: " + records.en());
    }
}
