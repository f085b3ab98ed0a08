package org.zhongchuang.government.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhongchuang.ground.file.Seal;

/** Whatever leaves the house as a file says so in its head, and by that it is written down. */
class ExportsTests {

    /** A place where a page writes something else than a template. */
    private static final Pattern WRITES =
            Pattern.compile("getOutputStream\\(\\)|getWriter\\(\\)|ResponseEntity\\.ok\\(\\)");

    private static final Pattern SAYS_SO = Pattern.compile("Content-Disposition|CONTENT_DISPOSITION");

    /** What is read by machines and open to all: the public key, the awards as open data. */
    private static final List<String> OPEN = List.of("DecisionPages", "AwardFiles");

    @Test
    void everyPageThatWritesAFileSaysSo() throws IOException {
        var silent = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(one -> one.toString().matches(".*/web/[A-Za-z]+\\.java"))
                    .toList()) {
                if (isSilent(Files.readString(file))) {
                    silent.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }

        assertThat(silent).isSubsetOf(OPEN);
    }

    @Test
    void aPageThatWritesWithoutSayingSoIsFound() {
        assertThat(isSilent("void list(HttpServletResponse r) { new Spreadsheet(r.getOutputStream()); }"))
                .isTrue();
        assertThat(isSilent("r.setHeader(\"Content-Disposition\", \"attachment\"); r.getOutputStream();"))
                .isFalse();
    }

    /** The number of a bank account is opened for the file to the bank alone; whoever opens more writes it down. */
    @Test
    void sealedPersonalDataIsOpenedInFewPlacesOnly() {
        var opening = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.zhongchuang")
                        .get(Seal.class)
                        .getMethodCallsToSelf()
                        .stream()
                        .filter(call -> call.getName().equals("open"))
                        .map(call -> call.getOriginOwner().getName())
                        .filter(name -> !name.startsWith("org.zhongchuang.ground.file."))
                        .distinct()
                        .toList();

        // What authenticators open is the secret of one; it tells nothing of a person. What unsent forms
        // open goes back to the one who typed it ten minutes before. Who objected is read by the officer who finds
        // out whether they can be reached, and that it was is on record (decision 29).
        assertThat(opening)
                .containsExactlyInAnyOrder(
                        "org.zhongchuang.money.payment.BankAccounts",
                        "org.zhongchuang.ground.identity.Authenticators",
                        "org.zhongchuang.ground.shell.UnsentForms",
                        "org.zhongchuang.procedure.notice.ReceivedObjections");
    }

    private static boolean isSilent(String source) {
        return WRITES.matcher(source).results().count()
                > SAYS_SO.matcher(source).results().count();
    }
}
