package org.zhongchuang.outside.administration.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.outside.administration.AppointFirst;
import org.zhongchuang.outside.administration.Appointing.Mistake;
import org.zhongchuang.outside.administration.Appointing.Result;
import org.zhongchuang.outside.administration.Appointment;
import org.zhongchuang.outside.administration.FirstAdministrator;

/** The page behind the one-time link of an empty installation. */
@Controller
public class FirstPages {

    private final AppointFirst appointing;
    private final FirstAdministrator first;
    private final Policies policies;

    FirstPages(AppointFirst appointing, FirstAdministrator first, Policies policies) {
        this.appointing = appointing;
        this.first = first;
        this.policies = policies;
    }

    /** The form of the first administrator. */
    public record FirstPage(String token, Map<String, String> typed, boolean shown, List<Mistake> mistakes) {

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }

        /** What is wrong with a field, or with the whole where none is named. */
        public @Nullable Text mistake(String field) {
            return mistakes.stream()
                    .filter(one -> one.field().equals(field))
                    .map(Mistake::why)
                    .findFirst()
                    .orElse(null);
        }
    }

    @GetMapping("/first-administrator/{token}")
    @Common("Whoever has the one-time link is the one it was meant for.")
    @Anyone
    ModelAndView first(@PathVariable String token, @RequestParam Optional<String> show) {
        if (!first.admits(token)) {
            throw Problem.noSuchThing("first administrator");
        }
        return page(new FirstPage(token, Map.of(), show.isPresent(), List.of()));
    }

    @PostMapping("/first-administrator/{token}")
    @Common("Whoever has the one-time link is the one it was meant for.")
    @Anyone
    ModelAndView appointFirst(@PathVariable String token, @RequestParam Map<String, String> typed) throws IOException {
        if (!first.admits(token)) {
            throw Problem.noSuchThing("first administrator");
        }
        var appointment = new Appointment(
                typed.getOrDefault("login", "").strip().toLowerCase(Locale.ROOT),
                typed.getOrDefault("name", "").strip(),
                typed.getOrDefault("organisation", "").strip(),
                Role.ADMINISTRATOR,
                policies.current().areas().getFirst().code());
        return switch (appointing.appoint(appointment, typed.getOrDefault("password", ""))) {
            case Result.Refused(var mistakes, var _) -> page(new FirstPage(token, typed, false, mistakes));
            case Result.Appointed _, Result.Proposed _ -> {
                first.withdraw();
                yield new ModelAndView("redirect:/sign-in?set");
            }
        };
    }

    private static ModelAndView page(FirstPage page) {
        return new ModelAndView("outside/administration/first", "page", page);
    }
}
