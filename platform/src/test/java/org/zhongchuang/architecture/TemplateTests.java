package org.zhongchuang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Templates one can read, and what only one part may write. */
class TemplateTests {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final int WIDEST = 140;

    /** A form that changes something, or the token by which it is known to be ours. */
    private static final Pattern OWN_FORM = Pattern.compile("name=\"_csrf\"|method=\"post\"");

    /** An attribute that begins with an expression whose end stands on another line. */
    private static final Pattern TORN = Pattern.compile("=\"\\$\\{[^}]*$");

    /** Between two values; inside a text in Chinese it stands where it belongs. */
    private static final Pattern COLON_FOR_EVERYBODY = Pattern.compile("[}>]：[$<]");

    @Test
    void noColonOfOneLanguageStandsBetweenTwoValues() throws IOException {
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(COLON_FOR_EVERYBODY.matcher(Files.readString(file)).find())
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void noLineIsLongerThanAHundredAndFortyCharacters() throws IOException {
        assertThat(faults(TemplateTests::tooLong)).isEmpty();
        assertThat(tooLong("a".repeat(WIDEST) + "\n" + "众".repeat(WIDEST + 1))).isEqualTo("line 2 has 141 characters");
    }

    @Test
    void onlyOnePartWritesAFormThatChangesSomething() throws IOException {
        assertThat(faults(TemplateTests::ownForm)).singleElement().asString().startsWith("parts/form.jte: ");
        assertThat(List.of(
                        "<input type=\"hidden\" name=\"_csrf\" value=\"${frame.csrf()}\">",
                        "<form class=\"filters\" method=\"post\" action=\"/account/role\">"))
                .allMatch(line -> ownForm(line).equals("line 1 is a form of its own"));
        assertThat(ownForm("<form class=\"filters\" method=\"get\" hx-include=\"this, [name=_csrf]\">"))
                .isEmpty();
    }

    @Test
    void onlyOnePartAsksForFiles() throws IOException {
        assertThat(faults(TemplateTests::ownFiles)).singleElement().asString().startsWith("parts/files.jte: ");
        assertThat(List.of("<input type=\"file\" name=\"x\">", "label = \"x\", type = \"file\")"))
                .allMatch(line -> ownFiles(line).equals("line 1 asks for a file in words of the browser"));
    }

    /** The template engine writes such an attribute wrongly, and says nothing. */
    @Test
    void anAttributeIsNotTornFromItsExpression() throws IOException {
        assertThat(faults(TemplateTests::torn)).isEmpty();
        assertThat(torn("<svg class=\"qr\" aria-label=\"${frame.say(\n  \"二维码\", \"QR code\")}\">"))
                .isEqualTo("line 1 begins an attribute that ends on another");
        assertThat(torn("<a class=\"tag ${late\n  ? \"tag-bad\" : \"\"}\" href=\"${base}\">${frame.say(\n"))
                .isEmpty();
    }

    @Test
    void aPartSaysWhatItIs() throws IOException {
        try (var parts = Files.list(TEMPLATES.resolve("parts"))) {
            assertThat(parts)
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(Files.readString(part)).startsWith("<%-- "));
        }
    }

    private static String tooLong(String source) {
        return first(source, line -> line.length() > WIDEST ? "has " + line.length() + " characters" : "");
    }

    private static String ownForm(String source) {
        return first(source, line -> OWN_FORM.matcher(line).find() ? "is a form of its own" : "");
    }

    private static String ownFiles(String source) {
        return first(
                source,
                line -> line.matches(".*\\btype ?= ?\"file\".*") ? "asks for a file in words of the browser" : "");
    }

    private static String torn(String source) {
        return first(source, line -> TORN.matcher(line).find() ? "begins an attribute that ends on another" : "");
    }

    /** The first line with a fault; empty where there is none. */
    private static String first(String source, UnaryOperator<String> faultOf) {
        var lines = source.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var fault = faultOf.apply(lines.get(i));
            if (!fault.isEmpty()) {
                return "line " + (i + 1) + " " + fault;
            }
        }
        return "";
    }

    private static List<String> faults(UnaryOperator<String> faultOf) throws IOException {
        var faults = new ArrayList<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var fault = faultOf.apply(Files.readString(file));
                if (!fault.isEmpty()) {
                    faults.add(TEMPLATES.relativize(file) + ": " + fault);
                }
            }
        }
        return faults;
    }
}
