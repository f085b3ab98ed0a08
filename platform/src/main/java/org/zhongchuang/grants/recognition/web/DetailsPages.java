package org.zhongchuang.grants.recognition.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.recognition.Changing;
import org.zhongchuang.grants.recognition.Changing.Reason;
import org.zhongchuang.grants.recognition.CorrectDetails;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;

/** The name and the address of a makerspace that is not recognised yet, for its operator to correct. */
@Controller
public class DetailsPages {

    private final Spaces spaces;
    private final CorrectDetails correcting;

    DetailsPages(Spaces spaces, CorrectDetails correcting) {
        this.spaces = spaces;
        this.correcting = correcting;
    }

    /**
     * The form.
     *
     * @param isOpen whether it may be corrected now
     */
    public record DetailsPage(
            Space space,
            String name,
            String address,
            boolean isOpen,
            boolean saved,
            @Nullable Reason refused) {

        public @Nullable Text mistake(String field) {
            var at = refused == null
                    ? ""
                    : switch (refused) {
                        case NO_NAME, NAME_OF_ANOTHER -> "name";
                        case NO_ADDRESS -> "address";
                        default -> "";
                    };
            return refused != null && at.equals(field) ? refused.text() : null;
        }

        /** Why it was refused, where no field is to blame. */
        public @Nullable Reason general() {
            return mistake("name") == null && mistake("address") == null ? refused : null;
        }
    }

    @GetMapping("/spaces/{id}/details")
    @Concerns(value = Thing.SPACE, deed = Deed.KEEP, by = "id")
    @Only(Role.OPERATOR)
    ModelAndView form(@PathVariable String id, @RequestParam(required = false) @Nullable String saved, Actor actor) {
        var space = space(id);
        return page(actor, space, space.profile().name(), space.profile().address(), saved != null, null);
    }

    @PostMapping("/spaces/{id}/details")
    @Concerns(value = Thing.SPACE, deed = Deed.KEEP, by = "id")
    @Only(Role.OPERATOR)
    ModelAndView correct(@PathVariable String id, @RequestParam Map<String, String> typed, Actor actor) {
        var space = space(id);
        var name = typed.getOrDefault("name", "");
        var address = typed.getOrDefault("address", "");
        return correcting.correct(actor, space.id(), name, address) instanceof Changing.Refused(var reason)
                ? page(actor, space, name, address, false, reason)
                : new ModelAndView("redirect:/spaces/" + id + "/details?saved");
    }

    private ModelAndView page(
            Actor actor, Space space, String name, String address, boolean saved, @Nullable Reason refused) {
        return new ModelAndView(
                "grants/recognition/details",
                "page",
                new DetailsPage(space, name, address, correcting.isOpen(actor, space), saved, refused));
    }

    private Space space(String id) {
        return Typed.id(id, SubjectId::new).flatMap(spaces::find).orElseThrow(() -> Problem.noSuchThing("space " + id));
    }
}
