package org.zhongchuang.engine.formula;

/** A piece of a formula as written: the characters from {@code from} to before {@code to}. */
public record Span(Source source, int from, int to) {

    public String text() {
        return source.text().substring(from, to).strip();
    }

    public String place() {
        return source.place(from);
    }

    Span to(Span last) {
        return new Span(source, from, last.to);
    }
}
