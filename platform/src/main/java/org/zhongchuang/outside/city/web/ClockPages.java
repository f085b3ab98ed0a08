package org.zhongchuang.outside.city.web;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.calendar.CityClock;
import org.zhongchuang.ground.calendar.DemonstrationTime;
import org.zhongchuang.ground.kernel.Paths;

/** Pushes the demonstration clock from the bar on every page. */
@Controller
class ClockPages {

    private final DemonstrationTime time;
    private final CityClock clock;

    ClockPages(DemonstrationTime time, CityClock clock) {
        this.time = time;
        this.clock = clock;
    }

    @PostMapping("/demonstration/clock")
    @Anyone
    RedirectView push(@RequestParam String by, @RequestParam(defaultValue = "/") String back) {
        if (!clock.isDemonstration()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var today = LocalDate.now((Clock) clock);
        time.pushTo(
                switch (by) {
                    case "day" -> today.plusDays(1);
                    case "week" -> today.plusWeeks(1);
                    case "month" -> today.plusWeeks(4);
                    case "due" ->
                        time.nextDue().filter(day -> day.isAfter(today)).orElse(today.plusDays(1));
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                });
        return new RedirectView(Paths.ours(back, "/"));
    }
}
