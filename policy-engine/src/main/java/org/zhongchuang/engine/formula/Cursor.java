package org.zhongchuang.engine.formula;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the reading of a formula has come to, and what stands there. White space before a sign or a word is passed. */
final class Cursor {

    private final Source source;
    private final String text;
    private int at;

    Cursor(Source source) {
        this.source = source;
        this.text = source.text();
    }

    int length() {
        return text.length();
    }

    boolean isAtEnd() {
        skipSpace();
        return at == text.length();
    }

    boolean isAtDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    boolean isAtName() {
        return at < text.length() && isNamePart(text.charAt(at));
    }

    /** The character that stands here. */
    char here() {
        return text.charAt(at);
    }

    /** Goes back to where something began, for a problem that is told there. */
    void backTo(int start) {
        at = start;
    }

    /** Letters, digits and lines below from here on; empty if none stands here. */
    String takeName() {
        var start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** A name that must stand here. */
    String name(Said what) {
        begin();
        var name = takeName();
        if (name.isEmpty()) {
            throw problem("这里须写%s的名称", "%s must be named here", what);
        }
        return name;
    }

    /** What matches from here on; the reading goes on behind it. */
    String takeMatch(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group();
    }

    boolean isAhead(char sign) {
        return text.indexOf(sign, at) >= 0;
    }

    /** What stands before a sign that is ahead; the reading goes on behind the sign. */
    String takeUntil(char sign) {
        var end = text.indexOf(sign, at);
        var taken = text.substring(at, end);
        at = end + 1;
        return taken;
    }

    boolean takeWord(String word) {
        skipSpace();
        var end = at + word.length();
        if (text.startsWith(word, at) && (end == text.length() || !isNamePart(text.charAt(end)))) {
            at = end;
            return true;
        }
        return false;
    }

    boolean take(String sign) {
        skipSpace();
        if (text.startsWith(sign, at) && !(sign.equals(".") && text.startsWith("..", at))) {
            at += sign.length();
            return true;
        }
        return false;
    }

    int begin() {
        skipSpace();
        return at;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    Span since(int start) {
        return new Span(source, start, at);
    }

    /** A hint where somebody typed a sign of full width, or one that only print knows. */
    Said narrower() {
        return at < text.length() ? WrittenSigns.hint(text.charAt(at)) : Said.NOTHING;
    }

    /** Passes a closing bracket that must stand here. */
    void demand(String bracket) {
        if (!take(bracket)) {
            throw missing(bracket);
        }
    }

    /** A closing bracket that is not there, told behind what it should close. */
    private FormulaProblem missing(String bracket) {
        var hint = narrower();
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return problem("缺右括号 %s%s", "a closing %s is missing%s", bracket, hint);
    }

    FormulaProblem problem(String zh, String en, Object... values) {
        return new FormulaProblem(new Span(source, at, at), zh, en, values);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
