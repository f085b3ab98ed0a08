package org.zhongchuang.records.keeping.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.records.registry.JoinAccount;
import org.zhongchuang.records.registry.JoinAccount.Holder;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.Registering.Reason;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.Subjects;

/** Which account acts for an entry of the register: joined and released by its office or an administrator. */
@Controller
public class EntryAccountPages {

    private final Subjects subjects;
    private final JoinAccount joining;
    private final Accounts accounts;

    EntryAccountPages(Subjects subjects, JoinAccount joining, Accounts accounts) {
        this.subjects = subjects;
        this.joining = joining;
        this.accounts = accounts;
    }

    /** Who acts for an entry, and the form that joins an account to it. */
    public record AccountPage(
            Subject subject,
            List<Holder> holders,
            String login,
            @Nullable Reason refused) {

        /** Whether an account is joined, which can be released. */
        public boolean isJoined() {
            return holders.stream().anyMatch(Holder::joined);
        }
    }

    @GetMapping("/register/{id}/account")
    @Concerns(value = Thing.SUBJECT, deed = Deed.SETTLE, by = "id")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.ADMINISTRATOR})
    ModelAndView account(@PathVariable String id, @RequestParam(defaultValue = "") String login) {
        return page(id, login, null);
    }

    @PostMapping("/register/{id}/account")
    @Concerns(value = Thing.SUBJECT, deed = Deed.SETTLE, by = "id")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.ADMINISTRATOR})
    @Fresh
    ModelAndView join(@PathVariable String id, @RequestParam(defaultValue = "") String login, Actor actor) {
        var account = accounts.personWith(login.strip().toLowerCase(Locale.ROOT));
        return account.isEmpty()
                ? page(id, login, Reason.NO_SUCH_ACCOUNT)
                : after(
                        id,
                        login,
                        joining.join(actor, account.get(), subject(id).id()));
    }

    @PostMapping("/register/{id}/account/release")
    @Concerns(value = Thing.SUBJECT, deed = Deed.SETTLE, by = "id")
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.ADMINISTRATOR})
    @Fresh
    ModelAndView release(@PathVariable String id, Actor actor) {
        return after(id, "", joining.release(actor, subject(id).id()));
    }

    private ModelAndView after(String id, String login, Registering came) {
        return came instanceof Registering.Refused(var reason)
                ? page(id, login, reason)
                : new ModelAndView("redirect:/register/" + id + "/account");
    }

    private ModelAndView page(String id, String login, @Nullable Reason refused) {
        var subject = subject(id);
        var page = new ModelAndView(
                "records/keeping/account",
                "page",
                new AccountPage(subject, joining.holders(subject.id()), login, refused));
        if (refused != null) {
            page.setStatus(HttpStatus.CONFLICT);
        }
        return page;
    }

    private Subject subject(String id) {
        return Typed.id(id, SubjectId::new)
                .flatMap(subjects::find)
                .orElseThrow(() -> Problem.noSuchThing("subject " + id));
    }
}
