package org.zhongchuang.outside.city.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.calendar.CityClock;
import org.zhongchuang.ground.calendar.ClockPush;
import org.zhongchuang.ground.calendar.DemonstrationTime;
import org.zhongchuang.ground.kernel.Paths;

/** Pushes the demonstration clock from the bar on every page, and says how far it has come. */
@Controller
public class ClockPages {

    private static final String SECONDS_BETWEEN_LOOKS = "2";

    private final DemonstrationTime time;
    private final ClockPush clockPush;
    private final CityClock clock;

    ClockPages(DemonstrationTime time, ClockPush clockPush, CityClock clock) {
        this.time = time;
        this.clockPush = clockPush;
        this.clock = clock;
    }

    /** A push that is under way, where it leads back to, and whether another was refused meanwhile. */
    public record PushPage(LocalDate to, String back, boolean refused) {}

    /** Answers when a day is over; for more of them leads to the page that says how far it has come. */
    @PostMapping("/demonstration/clock")
    @Anyone
    ModelAndView push(@RequestParam String by, @RequestParam(defaultValue = "/") String back) {
        demand();
        var today = LocalDate.now((Clock) clock);
        var begun = clockPush.push(
                switch (by) {
                    case "day" -> today.plusDays(1);
                    case "week" -> today.plusWeeks(1);
                    case "month" -> today.plusWeeks(4);
                    case "due" ->
                        time.nextDue().filter(day -> day.isAfter(today)).orElse(today.plusDays(1));
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                });
        var ours = Paths.ours(back, "/");
        return begun && clock.heading().isEmpty()
                ? new ModelAndView("redirect:" + ours)
                : new ModelAndView("redirect:/demonstration/clock?" + (begun ? "" : "refused=true&") + "back="
                        + UriUtils.encode(ours, StandardCharsets.UTF_8));
    }

    /** Looks again by itself, without a script, and leads back when the day has come. */
    @GetMapping("/demonstration/clock")
    @Anyone
    ModelAndView progress(
            @RequestParam(defaultValue = "/") String back,
            @RequestParam(defaultValue = "false") boolean refused,
            HttpServletResponse response) {
        demand();
        var ours = Paths.ours(back, "/");
        return clock.heading()
                .map(to -> {
                    response.setHeader("Refresh", SECONDS_BETWEEN_LOOKS);
                    return new ModelAndView("outside/city/push", "page", new PushPage(to, ours, refused));
                })
                .orElseGet(() -> new ModelAndView("redirect:" + ours));
    }

    private void demand() {
        if (!clock.isDemonstration()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
