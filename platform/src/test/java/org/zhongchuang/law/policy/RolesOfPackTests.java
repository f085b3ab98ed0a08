package org.zhongchuang.law.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhongchuang.PackTexts;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.ground.access.Role;

/** A city calls its offices what it likes; which offices there are and what they may do, the program knows. */
class RolesOfPackTests {

    private static final String LOAN = "programmes/loan-interest.yaml";

    private final Map<String, String> files;

    RolesOfPackTests() {
        files = PackTexts.jiaxing();
    }

    private PolicyPack with(String file, String text, String instead) {
        var changed = new TreeMap<>(files);
        assertThat(changed.get(file)).contains(text);
        changed.computeIfPresent(file, (_, whole) -> whole.replaceFirst(text, instead));
        return PackReader.read(changed);
    }

    private PolicyPack naming(String role) {
        return with("pack.yaml", "names:", "names:\n  roles: { " + role + ": { zh: 州科委, en: Commission } }");
    }

    @Test
    void theJiaxingPackSpeaksOfKnownOffices() {
        assertThat(RolesOfPack.problemsOf(PackReader.read(files))).isEmpty();
    }

    @Test
    void anOfficeIsCalledWhatTheCityCallsIt() {
        var pack = naming("city_officer");

        assertThat(RolesOfPack.problemsOf(pack)).isEmpty();
        assertThat(RolesOfPack.name(pack, Role.CITY_OFFICER).zh()).isEqualTo("州科委");
        assertThat(RolesOfPack.name(pack, Role.AUDITOR)).isEqualTo(Role.AUDITOR.label());
    }

    @Test
    void aNameForAnOfficeThatThereIsNotIsToldOf() {
        assertThat(RolesOfPack.problemsOf(naming("city_oficer")))
                .singleElement()
                .asString()
                .contains("city_oficer");
    }

    @Test
    void lettersOfCertificatesAreChecked() {
        assertThat(RolesOfPack.problemsOf(with("pack.yaml", "certificate: JX", "certificate: Jxx")))
                .singleElement()
                .asString()
                .contains("Jxx");
    }

    @Test
    void aStepOfAnOfficeThatThereIsNotIsToldOf() {
        assertThat(RolesOfPack.problemsOf(with(LOAN, "role: investor", "role: banker")))
                .singleElement()
                .asString()
                .contains("loan-interest", "banker");
    }

    @Test
    void aStepOfSomebodyWhoMayHoldNoneIsToldOf() {
        assertThat(RolesOfPack.problemsOf(with(LOAN, "role: investor", "role: mentor")))
                .singleElement()
                .asString()
                .contains("mentor may not hold");
    }

    @Test
    void aFactEstablishedByNobodyIsToldOf() {
        assertThat(RolesOfPack.problemsOf(with("facts.yaml", "by: investor", "by: bank")))
                .singleElement()
                .asString()
                .contains("established by bank");
    }

    /** What should stand there lies in the folder of the build after a failure. */
    @Test
    void theReferenceListsTheRoles() throws IOException {
        var table = "| role | | | steps |\n|---|---|---|---|\n"
                + Stream.of(Role.values())
                        .map(role -> "| `%s` | %s | %s | %s |"
                                .formatted(
                                        role.word(),
                                        role.label().zh(),
                                        role.label().en(),
                                        role.mayHoldSteps() ? "✓" : role == Role.EXPERT ? "`expert_scoring`" : ""))
                        .collect(Collectors.joining("\n"));
        Files.writeString(Path.of("target/roles.md"), table + "\n");

        assertThat(Files.readString(Path.of("../docs/rules.md")).contains(table))
                .isTrue();
    }
}
