package org.zhongchuang.ground.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.zhongchuang.ServedCity;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Credentials;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.audit.Acts;
import org.zhongchuang.ground.file.Seal;
import org.zhongchuang.ground.shell.UnsentForm;

/** Getting in and staying in, in service: links, passwords, second factors, proofs asked for again, sessions. */
class SignInTests extends ServedCity {

    private static final String PASSWORD = "three wooden boats upstream";
    private static final String AREA = "330402";
    private static final String ACCOUNT = "6222021234567890128";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Credentials credentials;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Seal seal;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private final String login = "p" + UUID.randomUUID().toString().substring(0, 8);
    private Actor administrator;

    @BeforeEach
    void appointAnAdministrator() {
        administrator = accounts.appointmentsOf("keeper").stream()
                .findFirst()
                .orElseGet(() -> person("keeper", Role.ADMINISTRATOR));
    }

    private Actor person(String name, Role role) {
        var organisation = accounts.addOrganisation("单位" + name, Optional.empty(), AREA);
        return accounts.appoint(accounts.addPerson(name, "王某某", PASSWORD), role, AREA, organisation);
    }

    private Visit visit() {
        return new Visit(port);
    }

    /** Signs somebody in who needs a second factor, setting it up; gives back the secret. */
    private byte[] setUp(Visit visit) {
        visit.signIn(login, PASSWORD).open("/sign-in/factor");
        var written = found("class=\"key\">([A-Z2-7 ]+)<", visit.body).replace(" ", "");
        var secret = decoded(written);
        visit.send("/sign-in/factor", Map.of("code", TimeCode.at(secret, TimeCode.step(clock.instant()))));
        assertThat(visit.status).isEqualTo(200);
        return secret;
    }

    /** The code after the one that counted last, as if half a minute had passed. */
    private String nextCode(byte[] secret) {
        jdbc.sql("update identity.authenticator set secret = :secret, last_step = 0 where person = :person")
                .param("secret", seal.close(HexFormat.of().formatHex(secret)))
                .param("person", accounts.personWith(login).orElseThrow().value())
                .update();
        return TimeCode.at(secret, TimeCode.step(clock.instant()));
    }

    private static byte[] decoded(String base32) {
        var bits = new StringBuilder();
        base32.chars()
                .forEach(c -> bits.append(
                        String.format("%5s", Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)))
                                .replace(' ', '0')));
        var bytes = new byte[bits.length() / 8];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }

    private static String found(String pattern, String body) {
        var matcher = Pattern.compile(pattern).matcher(body);
        assertThat(matcher.find()).as(body).isTrue();
        return matcher.group(1);
    }

    @Test
    void aLinkSetsAPasswordOnceAndIsKeptAsAHash() {
        var person = accounts.addPerson(login, "王某某");
        var link = links.make(administrator, person);
        var visit = visit().open(link.path());

        assertThat(visit.location).isEqualTo("/set-password");
        visit.follow().send("/set-password", Map.of("password", PASSWORD, "again", PASSWORD));
        assertThat(visit.location).startsWith("/sign-in");

        assertThat(credentials.hashOf(person).orElseThrow()).startsWith("{argon2id}");
        assertThat(visit().open(link.path()).status).isEqualTo(404);
        assertThat(links.set(link.token(), PASSWORD + " again")).isEqualTo(new PasswordLinks.Result.Dead());
        assertThat(jdbc.sql("select count(*) from identity.link where token_hash = :token")
                        .param("token", link.token())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoComesWithALinkThatDoesNotWorkIsToldWhyAndWhomToAsk() {
        var person = accounts.addPerson(login, "王某某");
        var used = links.make(administrator, person);
        links.set(used.token(), PASSWORD);

        var page = visit().open(used.path());

        assertThat(page.status).isEqualTo(404);
        assertThat(page.body).contains("data-dead-link", "只能用一次，24小时内有效", "请找给您这个链接的本平台管理员");
        var forged = visit().open("/set-password/" + "0".repeat(48));
        assertThat(forged.status).isEqualTo(404);
        assertThat(forged.body).contains("data-dead-link");
        assertThat(visit().open("/set-password").body).as("without any link").contains("data-dead-link");
    }

    @Test
    void aNewLinkAndADayMakeTheLastOneWorthless() {
        var person = accounts.addPerson(login, "王某某");
        var first = links.make(administrator, person);
        var second = links.make(administrator, person);
        assertThat(links.owner(first.token())).isEmpty();
        assertThat(links.owner(second.token())).isPresent();

        jdbc.sql(
                        "update identity.link set made_at = made_at - interval '25 h', expires_at = expires_at - interval '25 h' where person = :person")
                .param("person", person.value())
                .update();

        assertThat(links.owner(second.token())).isEmpty();
    }

    @Test
    void aLinkRefusesWhatIsCommonAndStaysGood() {
        var link = links.make(administrator, accounts.addPerson(login, "王某某"));
        var visit = visit().open(link.path()).follow();

        visit.send("/set-password", Map.of("password", "aaaaaaaaaaaa", "again", "aaaaaaaaaaaa"));

        assertThat(visit.status).isEqualTo(409);
        assertThat(links.owner(link.token())).isPresent();
    }

    @Test
    void anAccountWithoutAPasswordLetsNobodyIn() {
        accounts.addPerson(login, "王某某");

        assertThat(visit().signIn(login, "").location).isEqualTo("/sign-in?failed");
        assertThat(visit().signIn(login, "null").location).isEqualTo("/sign-in?failed");
    }

    @Test
    void sixtyFourChineseCharactersSignIn() {
        var poem = "床前明月光疑是地上霜举头望明月低头思故乡白日依山尽黄河入海流欲穷千里目更上一层楼春眠不觉晓处处闻啼鸟夜来风雨声花落知多少松下问童子言师";
        var person = person(login, Role.FOUNDER);
        links.set(links.make(administrator, person.person()).token(), poem);

        assertThat(visit().signIn(login, poem).location).isEqualTo("/desk");
        assertThat(visit().signIn(login, poem.substring(0, poem.length() - 1)).location)
                .isEqualTo("/sign-in?failed");
    }

    @Test
    void whatBcryptHashedBeforeStillSignsInAndIsHashedAnew() {
        var person = person(login, Role.FOUNDER);
        credentials.keep(person.person(), new BCryptPasswordEncoder().encode(PASSWORD));

        assertThat(visit().signIn(login, PASSWORD).location).isEqualTo("/desk");

        assertThat(credentials.hashOf(person.person()).orElseThrow()).startsWith("{argon2id}");
        assertThat(visit().signIn(login, PASSWORD).location).isEqualTo("/desk");
    }

    @Test
    void aFounderOrAnOperatorIsNotAskedForASecondFactor() {
        person(login, Role.OPERATOR);

        assertThat(visit().signIn(login, PASSWORD).follow().status).isEqualTo(200);
    }

    @Test
    void anOfficerIsLedToTheSecondFactorBeforeAnythingElse() {
        person(login, Role.CITY_OFFICER);
        var visit = visit().signIn(login, PASSWORD);

        for (var path : new String[] {"/desk", "/inbox", "/account", "/account/password", "/sign-in/again"}) {
            assertThat(visit.open(path).location).as(path).startsWith("/sign-in/factor?to=");
        }
        assertThat(visit.send("/account/password", Map.of("old", PASSWORD)).location)
                .isEqualTo("/sign-in/factor?unsent");
        assertThat(visit.open("/").body).doesNotContain("who-name");
    }

    @Test
    void anOfficerSetsAnAuthenticatorUpAndIsAskedForItAfterwards() {
        person(login, Role.CITY_OFFICER);
        var first = visit();
        var secret = setUp(first);
        assertThat(first.body).contains("recovery-codes");
        assertThat(first.open("/desk").status).isEqualTo(200);

        var second = visit().signIn(login, PASSWORD).open("/desk");
        assertThat(second.location).startsWith("/sign-in/second?to=");
        assertThat(second.open("/sign-in/factor").location).isEqualTo("/sign-in/second");
        var cookie = second.sessionCookie();
        second.send("/sign-in/second", Map.of("code", nextCode(secret), "to", "/inbox"));

        assertThat(second.location).isEqualTo("/inbox");
        assertThat(second.sessionCookie()).isNotEqualTo(cookie);
        assertThat(second.follow().status).isEqualTo(200);
    }

    @Test
    void aCodeCountsOnceInTheSchemaToo() {
        var person = person(login, Role.CITY_OFFICER);
        var secret = setUp(visit());
        var code = nextCode(secret);

        assertThat(factors.check(login, code, Optional.empty())).isEqualTo(Proof.RIGHT);
        assertThat(factors.check(login, code, Optional.empty())).isEqualTo(Proof.WRONG);
        assertThatThrownBy(
                        () -> jdbc.sql("update identity.authenticator set last_step = last_step where person = :person")
                                .param("person", person.person().value())
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("counts once");
    }

    @Test
    void fiveWrongCodesMakeEveryCodeWaitWhateverPasswordsAreShownBetween() {
        person(login, Role.CITY_OFFICER);
        var secret = setUp(visit());
        for (var attempt = 0; attempt < 5; attempt++) {
            visit().signIn(login, PASSWORD).send("/sign-in/second", Map.of("code", "not-it"));
        }

        assertThat(factors.check(login, nextCode(secret), Optional.empty())).isEqualTo(Proof.WAIT);
    }

    @Test
    void aRecoveryCodeWorksOnce() {
        person(login, Role.EXPERT);
        var visit = visit();
        setUp(visit);
        var code = found("<li><code>([a-z2-7-]+)<", visit.body);

        assertThat(visit().signIn(login, PASSWORD).send("/sign-in/second", Map.of("code", code)).location)
                .isEqualTo("/desk");
        assertThat(visit().signIn(login, PASSWORD).send("/sign-in/second", Map.of("code", code)).status)
                .isEqualTo(409);
    }

    @Test
    void usingAndMakingRecoveryCodesAreActsOfTheirOwn() {
        person(login, Role.EXPERT);
        var visit = visit();
        setUp(visit);
        var codes = Pattern.compile("<li><code>([a-z2-7-]+)<")
                .matcher(visit.body)
                .results()
                .toList();

        visit().signIn(login, PASSWORD)
                .send("/sign-in/second", Map.of("code", codes.get(0).group(1)));
        visit.open("/sign-in/again")
                .send("/sign-in/again", Map.of("code", codes.get(1).group(1)));
        visit.open("/account").send("/account/recovery-codes", Map.of());

        // Before the second factor nobody acts under an appointment yet.
        assertThat(jdbc.sql("""
                        select act || ' ' || coalesce(role, '-') from audit.entry
                         where subject = :login and (act like 'factor.%' or act like 'recovery-code.%') order by id
                        """).param("login", login).query(String.class).list())
                .containsExactly(
                        "factor.add -", "recovery-code.use -", "recovery-code.use EXPERT", "recovery-code.make EXPERT");
        assertThat(Acts.of("recovery-code.use").orElseThrow().words())
                .isEqualTo(Text.of("用掉一个恢复码", "used up a recovery code"));
    }

    @Test
    void aRightPasswordInSomebodyElsesSessionDoesNotInheritTheSecondFactor() {
        person(login, Role.CITY_OFFICER);
        var visit = visit();
        setUp(visit);
        var other = "q" + login;
        person(other, Role.CITY_DECIDER);

        assertThat(visit.signIn(other, PASSWORD).open("/desk").location).startsWith("/sign-in/factor");
    }

    @Test
    void aDisabledAccountIsOutAtOnceAndStaysOut() {
        var person = person(login, Role.FOUNDER);
        var visit = visit().signIn(login, PASSWORD);
        assertThat(visit.open("/desk").status).isEqualTo(200);

        // Even without its sessions being ended, a disabled account opens nothing.
        credentials.disable(person.person(), administrator.person());

        assertThat(visit.open("/desk").location).startsWith("/sign-in?to=");
        assertThat(visit().signIn(login, PASSWORD).location).isEqualTo("/sign-in?failed");
        credentials.enable(person.person());
        assertThat(visit().signIn(login, PASSWORD).location).isEqualTo("/desk");
    }

    @Test
    void theLastAdministratorStaysInTheSchemaToo() {
        assertThatThrownBy(() -> jdbc.sql("update access.appointment set until = since where role = 'ADMINISTRATOR'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the last administrator stays");
        assertThatThrownBy(() -> credentials.disable(
                        administrator.person(), person(login, Role.FOUNDER).person()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the last administrator stays");
    }

    @Test
    void whoMustWaitAfterFiveWrongPasswordsIsToldSoWhereverTheyAreAsked() {
        person(login, Role.FOUNDER);
        var here = visit().signIn(login, PASSWORD).open("/sign-in/again");
        for (var tried = 0; tried < 5; tried++) {
            assertThat(here.send("/sign-in/again", Map.of("password", "wrong")).body)
                    .contains("没有通过验证")
                    .doesNotContain("太多次");
        }

        assertThat(here.send("/sign-in/again", Map.of("password", PASSWORD)).body)
                .contains("太多次");
        here.open("/account");
        assertThat(here.send(
                                "/account/password",
                                Map.of(
                                        "old",
                                        PASSWORD,
                                        "password",
                                        "four lanterns over a bridge",
                                        "again",
                                        "four lanterns over a bridge"))
                        .body)
                .contains("太多次");
    }

    @Test
    void aChangedPasswordNeedsTheOldOneAndEndsTheOtherSessions() {
        person(login, Role.FOUNDER);
        var here = visit().signIn(login, PASSWORD).open("/account");
        var there = visit().signIn(login, PASSWORD).open("/account");
        var wanted = "four lanterns over a bridge";

        assertThat(here.send("/account/password", Map.of("old", "wrong", "password", wanted, "again", wanted)).status)
                .isEqualTo(409);
        assertThat(here.send("/account/password", Map.of("old", PASSWORD, "password", wanted, "again", wanted))
                        .location)
                .startsWith("/account");

        assertThat(here.open("/account").status).isEqualTo(200);
        assertThat(there.open("/account").location).startsWith("/sign-in");
        assertThat(visit().signIn(login, PASSWORD).location).isEqualTo("/sign-in?failed");
        assertThat(visit().signIn(login, wanted).location).isEqualTo("/desk");
    }

    @Test
    void theNameOfASessionHasMoreThanAHundredAndTwentyEightRandomBits() {
        person(login, Role.FOUNDER);
        visit().signIn(login, PASSWORD).open("/account");

        assertThat(sessions.findByPrincipalName(login).keySet())
                .allSatisfy(
                        name -> assertThat(Base64.getUrlDecoder().decode(name)).hasSize(27));
    }

    @Test
    void sessionsAreListedInWordsAndTheOthersCanBeEnded() {
        person(login, Role.FOUNDER);
        var there = visit().signIn(login, PASSWORD).open("/account");
        var here = visit().signIn(login, PASSWORD).open("/account");
        assertThat(here.body).contains("Chrome · Windows").contains("这台设备").doesNotContain(here.sessionCookie());

        here.send("/account/sessions/end", Map.of("mark", found("name=\"mark\" value=\"(\\w+)\"", here.body)));

        assertThat(there.open("/account").location).startsWith("/sign-in");
        assertThat(here.open("/account").status).isEqualTo(200);
    }

    @Test
    void theAccountShowsTheLastTenSignInsAndThoseThatFailed() {
        person(login, Role.FOUNDER);
        visit().signIn(login, "somebody else's guess");
        var here = visit().signIn(login, PASSWORD);

        assertThat(here.open("/account").body)
                .containsPattern("(?s)data-sign-in=\"yes\".*用密码登录.*data-sign-in=\"no\".*登录失败：密码不对")
                .contains("与现在的网络地址相同");
        assertThat(here.open("/account?lang=en").body)
                .contains("failed to sign in: wrong password", "Did not succeed", "the address you are at now");

        for (var i = 0; i < 10; i++) {
            visit().signIn(login, PASSWORD);
        }
        assertThat(here.open("/account").body.split("data-sign-in=\"yes\"", -1)).hasSize(11);
        assertThat(here.body).doesNotContain("data-sign-in=\"no\"");
    }

    @Test
    void anOldProofIsAskedForAgainAndWhatWasTypedGoesOn() {
        person(login, Role.OPERATOR);
        var visit = visit().signIn(login, PASSWORD).open("/desk");
        age(visit, "16 min");

        visit.send("/account/sessions/end-others", Map.of("kept", "typed"));
        assertThat(visit.location).isEqualTo("/sign-in/again?unsent");
        assertThat(visit.follow().status).isEqualTo(200);
        assertThat(visit.send("/sign-in/again", Map.of("password", "wrong")).status)
                .isEqualTo(409);
        var cookie = visit.sessionCookie();
        visit.send("/sign-in/again", Map.of("password", PASSWORD));

        assertThat(visit.location).isEqualTo("/sign-in/unsent");
        assertThat(visit.sessionCookie()).isNotEqualTo(cookie);
        assertThat(visit.follow().body).contains("/account/sessions/end-others").contains("typed");
        assertThat(visit.send("/account/sessions/end-others", Map.of()).location)
                .startsWith("/account");
    }

    @Test
    void aBankAccountTypedBeforeAnotherProofIsNotTypedAgain() {
        person(login, Role.OPERATOR);
        var visit = visit().signIn(login, PASSWORD).open("/desk");
        age(visit, "16 min");

        visit.send("/money/account", Map.of("holder", "众创空间", "bank", "嘉兴银行", "account", ACCOUNT));

        assertThat(visit.location).isEqualTo("/sign-in/again?unsent");
        assertThat(jdbc.sql("select attribute_bytes from spring_session_attributes where attribute_name = 'kept-form'")
                        .query(byte[].class)
                        .list())
                .isNotEmpty()
                .allSatisfy(kept -> assertThat(new String(kept, ISO_8859_1)).doesNotContain(ACCOUNT));
        visit.send("/sign-in/again", Map.of("password", PASSWORD));
        assertThat(visit.follow().body).contains("name=\"account\" value=\"" + ACCOUNT + "\"", "嘉兴银行");
    }

    @Test
    void aBankAccountIsKeptForMinutesOnly() {
        person(login, Role.OPERATOR);
        var visit = visit().signIn(login, PASSWORD).open("/desk");
        age(visit, "16 min");
        visit.send("/money/account", Map.of("holder", "众创空间", "bank", "嘉兴银行", "account", ACCOUNT));
        sessions.findByPrincipalName(login).values().forEach(session -> {
            var kept = java.util.Objects.requireNonNull((UnsentForm) session.getAttribute("kept-form"));
            session.setAttribute(
                    "kept-form",
                    new UnsentForm(
                            kept.login(),
                            kept.path(),
                            kept.fields(),
                            kept.sealed(),
                            kept.files(),
                            kept.keptAt().minus(Duration.ofMinutes(11))));
            save(sessions, session);
        });

        visit.send("/sign-in/again", Map.of("password", PASSWORD));

        assertThat(visit.follow().body).contains("嘉兴银行").doesNotContain(ACCOUNT);
    }

    @Test
    void aFileSentBeforeAnotherProofIsChosenAgainOnTheFormThatWasKept() {
        person(login, Role.FINANCE_OFFICER);
        var visit = visit();
        setUp(visit);
        age(visit, "16 min");

        visit.upload("/finance/budget", "file", "2026,event-support,1.00,嘉财〔2026〕1号");
        assertThat(visit.location).isEqualTo("/sign-in/again?unsent");
        visit.send("/sign-in/again", Map.of("password", PASSWORD));

        assertThat(visit.follow().body)
                .contains("enctype=\"multipart/form-data\"", "type=\"file\" id=\"kept-file\" name=\"file\"");
    }

    @Test
    void aSessionEndsAfterTwelveHoursWhateverItsOwnerDoes() {
        person(login, Role.OPERATOR);
        var visit = visit().signIn(login, PASSWORD).open("/desk");
        assertThat(visit.status).isEqualTo(200);

        age(visit, "12 h 1 min");

        assertThat(visit.open("/desk").location).startsWith("/sign-in?to=");
    }

    @Test
    void anOfficersIdleSessionEndsSoonerThanAnOperators() {
        person(login, Role.CITY_OFFICER);
        setUp(visit());
        var other = "q" + login;
        person(other, Role.OPERATOR);
        visit().signIn(other, PASSWORD).open("/desk");

        assertThat(idleSeconds(login)).isEqualTo(3600);
        assertThat(idleSeconds(other)).isEqualTo(4 * 3600);
    }

    @Test
    void oneClickSignInDoesNotExistInService() {
        person(login, Role.OPERATOR);

        assertThat(visit().open("/sign-in").send("/sign-in/as", Map.of("login", login)).status)
                .isEqualTo(404);
    }

    @Test
    void aPasskeyIsAddedOnlyByWhoHasJustProvenWhoTheyAre() {
        person(login, Role.OPERATOR);
        var visit = visit().signIn(login, PASSWORD).open("/desk");
        assertThat(visit.send("/webauthn/register/options", Map.of()).status).isEqualTo(200);

        age(visit, "16 min");

        assertThat(visit.send("/webauthn/register/options", Map.of()).status).isEqualTo(403);
        assertThat(visit().open("/sign-in").send("/webauthn/register/options", Map.of()).status)
                .isEqualTo(403);
    }

    private int idleSeconds(String who) {
        return jdbc.sql("select max(max_inactive_interval) from spring_session where principal_name = :login")
                .param("login", who)
                .query(Integer.class)
                .single();
    }

    /** Makes the sign-in behind a session so much older. */
    private void age(Visit visit, String by) {
        var aged = new AtomicReference<SignedIn>();
        sessions.findByPrincipalName(login).values().forEach(session -> age(session, by, aged));
        assertThat(aged.get()).as(visit.location).isNotNull();
    }

    @Autowired
    private org.springframework.session.FindByIndexNameSessionRepository<?> sessions;

    private void age(org.springframework.session.Session session, String by, AtomicReference<SignedIn> aged) {
        var known = java.util.Objects.requireNonNull((SignedIn) session.getAttribute(SignedIn.KEPT));
        var interval =
                Duration.parse("PT" + by.replace(" ", "").replace("min", "M").replace("h", "H"));
        var older = new SignedIn(
                known.login(),
                known.at().minus(interval),
                known.device(),
                known.step(),
                known.provenAt().minus(interval));
        session.setAttribute(SignedIn.KEPT, older);
        save(sessions, session);
        aged.set(older);
    }

    @SuppressWarnings("unchecked") // The repository gave the session out.
    private static <S extends org.springframework.session.Session> void save(
            org.springframework.session.FindByIndexNameSessionRepository<S> repository,
            org.springframework.session.Session session) {
        repository.save((S) session);
    }
}
