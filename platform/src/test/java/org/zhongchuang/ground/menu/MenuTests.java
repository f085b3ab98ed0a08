package org.zhongchuang.ground.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.TestCity;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.menu.Menu.Entry;

/** The menu holds what pages say of themselves, for whom they let in. */
class MenuTests extends TestCity {

    @Autowired
    private Doors doors;

    @Autowired
    private Accounts accounts;

    private Menu menuOf(String login) {
        return doors.menu(
                login.isEmpty() ? null : accounts.appointmentsOf(login).getFirst());
    }

    private static List<String> addresses(Menu menu) {
        return entries(menu).map(Entry::address).toList();
    }

    private static Stream<Entry> entries(Menu menu) {
        return menu.groups().stream().flatMap(group -> group.entries().stream());
    }

    @Test
    void aVisitorSeesAtMostSixPartsAndNothingThatAsksToSignIn() {
        var menu = menuOf("");

        assertThat(menu.groups())
                .hasSizeBetween(3, 6)
                .allSatisfy(group -> assertThat(group.name().isForEverybody()).isTrue());
        assertThat(addresses(menu)).contains("/", "/benefits", "/notices").doesNotContain("/desk", "/finance/budget");
    }

    @Test
    void everybodySeesWhatLetsThemIn() {
        assertThat(addresses(menuOf("finance-officer"))).contains("/finance/payments", "/desk");
        assertThat(addresses(menuOf("city1"))).contains("/changes").doesNotContain("/finance/payments");
        assertThat(addresses(menuOf("op001"))).contains("/apply", "/money").doesNotContain("/inbox.xlsx");
        assertThat(addresses(menuOf("administrator"))).contains("/administration/people");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/policies/jiaxing-2015-90/clauses/五(二), /",
        "/cases/ZC2017-00007, /inbox",
        "/register/spaces, /register/spaces",
        "/register/duplicates, /register/duplicates",
        "/finance/entries, /finance/budget",
        "/calculators/start-up-fund, /calculators"
    })
    void aPageLiesAtTheNearestEntryAboveIt(String path, String entry) {
        var menu = new Menu(Stream.of("city1", "finance-officer")
                .flatMap(login -> menuOf(login).groups().stream())
                .toList());

        assertThat(menu.at(path).map(Entry::address)).contains(entry);
    }

    @Test
    void aPageOfNoEntryLiesNowhere() {
        assertThat(menuOf("").at("/sign-in")).isEmpty();
        assertThat(menuOf("").at("/noticesboard")).isEmpty();
    }

    @Test
    void everyEntryHasAnIconThatIsThere() throws IOException {
        String icons;
        try (var file = Menu.class.getResourceAsStream("/static/vendor/tabler-icons/icons.svg")) {
            icons = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
        Stream.of("", "city1", "op001", "finance-officer", "auditor", "administrator", "expert01", "mentor")
                .flatMap(login -> entries(menuOf(login)))
                .forEach(
                        entry -> assertThat(icons).as(entry.address()).contains("<symbol id=\"" + entry.icon() + "\""));
    }

    @Test
    void noTwoEntriesOfASectionHaveOnePlace() {
        Stream.of("city1", "op001", "finance-officer", "auditor", "administrator")
                .map(this::menuOf)
                .flatMap(menu -> menu.groups().stream())
                .forEach(group -> assertThat(group.entries().stream().map(Entry::place))
                        .as(group.name().name())
                        .doesNotHaveDuplicates());
    }
}
