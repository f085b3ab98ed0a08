package org.zhongchuang.ground.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Offices;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.calendar.CityClock;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Paths;
import org.zhongchuang.ground.menu.Doors;
import org.zhongchuang.ground.menu.Menu;
import org.zhongchuang.ground.request.RequestLog;

/** What every page knows: who reads it, in which language and form, and what day it is. */
public final class Frame {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final HttpServletRequest request;
    private final CityClock clock;
    private final boolean demonstration;
    private final Offices offices;
    private final Language language;

    Frame(HttpServletRequest request, CityClock clock, boolean demonstration, Offices offices) {
        this.request = request;
        this.clock = clock;
        this.demonstration = demonstration;
        this.offices = offices;
        this.language = languageOf(request);
    }

    static Language languageOf(HttpServletRequest request) {
        return "en".equals(preference(request, Preferences.LANGUAGE)) ? Language.EN : Language.ZH;
    }

    private static @Nullable String preference(HttpServletRequest request, String name) {
        var asked = Preferences.asked(request, name);
        if (asked != null) {
            return asked;
        }
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    public Language language() {
        return language;
    }

    public boolean isChinese() {
        return language == Language.ZH;
    }

    public String say(String zh, String en) {
        return isChinese() ? zh : en;
    }

    public String say(Text text) {
        return text.in(language);
    }

    /** So many of a thing in English: 1 row, 2 rows. */
    public String many(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Between a name and what is said of it, where one of the two is not written here. */
    public String colon() {
        return say("：", ": ");
    }

    /** A role as the city calls it. */
    public String say(Role role) {
        return say(offices.name(role));
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : say(Shown.day(day));
    }

    /** A sum as people read it. */
    public String money(Fen sum) {
        var yuan = String.format(Locale.ROOT, "%,.2f", sum.toYuan().abs());
        return (sum.isLessThan(Fen.ZERO) ? "-" : "") + say(yuan + "元", "¥" + yuan);
    }

    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, isChinese() ? Locale.CHINA : Locale.ENGLISH);
    }

    public String moment(Instant moment) {
        var local = moment.atZone(ZoneId.of("Asia/Shanghai"));
        return day(local.toLocalDate()) + " " + local.format(MINUTE);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The day to which the clock of the demonstration is being pushed. */
    public Optional<LocalDate> heading() {
        return clock.heading();
    }

    public boolean isDemonstration() {
        return demonstration;
    }

    public boolean isLarge() {
        return "large".equals(preference(request, Preferences.SIZE));
    }

    public boolean isHighContrast() {
        return "high".equals(preference(request, Preferences.CONTRAST));
    }

    public @Nullable Actor actor() {
        return (Actor) request.getAttribute(Gate.ACTOR);
    }

    public List<Actor> appointments() {
        return Gate.appointments(request);
    }

    /** Whether a page lets the reader in; {@code address} as the page declares it, a form with POST before it. */
    public boolean opens(String address) {
        return request.getAttribute(Gate.DOORS) instanceof Doors doors && doors.admits(address, actor());
    }

    /** Whether the page at an address, of which this page knows only where it is, shows the reader what it is about. */
    public boolean leads(String path) {
        return request.getAttribute(Gate.DOORS) instanceof Doors doors && doors.leads(path, actor());
    }

    /** What the reader can open from here; nothing where a page could not be looked for. */
    public Menu menu() {
        return request.getAttribute(Gate.DOORS) instanceof Doors doors ? doors.menu(actor()) : new Menu(List.of());
    }

    /** Whether the menu at the side shows icons alone. */
    public boolean isMenuNarrow() {
        return "narrow".equals(preference(request, Preferences.MENU));
    }

    /** Whether people like the reader do that with things of the kind at all. */
    public boolean may(Deed deed, Thing thing) {
        return request.getAttribute(Gate.DOORS) instanceof Doors doors && doors.may(deed, thing, actor());
    }

    public String csrf() {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /** What a form on this page is known by, so that it counts once however often it is sent. */
    public String newForm() {
        return FormId.fresh().toString();
    }

    /** What somebody who asks for help can quote, so that the lines logged about this request are found. */
    public String requestId() {
        return RequestLog.id(request);
    }

    public String path() {
        return request.getRequestURI();
    }

    /** The address of this page, to come back to after a change of preference. */
    public String here() {
        return place().build().toUriString();
    }

    /** This page again with one preference or filter changed. */
    public String with(String name, Object value) {
        return place().replaceQueryParam(name, value).build().toUriString();
    }

    /**
     * Where this page is opened. One that answered a form has no address of its own: it is the page the form stood on.
     * One that says that something could not be opened has none at all.
     */
    private UriComponentsBuilder place() {
        if (!"GET".equals(request.getMethod())) {
            return UriComponentsBuilder.fromUriString(cameFrom());
        }
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return UriComponentsBuilder.fromPath("/");
        }
        return UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString());
    }

    /**
     * The page of this site on which the reader was before, as their browser says; the first page where it does not.
     */
    private String cameFrom() {
        try {
            var before = new URI(Objects.requireNonNullElse(request.getHeader(HttpHeaders.REFERER), ""));
            if (!request.getServerName().equals(before.getHost())) {
                return "/";
            }
            var query = before.getRawQuery() == null ? "" : "?" + before.getRawQuery();
            return Paths.ours(before.getRawPath() + query, "/");
        } catch (URISyntaxException _) {
            return "/";
        }
    }
}
