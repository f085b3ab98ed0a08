package offenders;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;

/** Classes that forget whose a thing is, on purpose. */
public final class OutOfReach {

    private OutOfReach() {}

    /** A page about one thing that does not say which. */
    @Controller
    public static final class ShowsAnybodysThing {

        @GetMapping("/things/{id}")
        @Only
        String page(@PathVariable UUID id) {
            return id.toString();
        }

        @GetMapping("/things")
        @Only
        String pageOf(@RequestParam Optional<PersonId> person) {
            return person.toString();
        }
    }

    /** An act on one thing that does not ask whether it is the actor's. */
    @Service
    public static final class DecidesAnybodysThing {

        public String decide(Actor actor, UUID thing) {
            return actor.name() + thing;
        }

        public String dismiss(Actor actor, PersonId person) {
            return actor.name() + person;
        }
    }

    /** A rule about a role, away from where such rules are written. */
    @Service
    public static final class KnowsItsOwnRoles {

        public boolean mayDecide(Actor actor) {
            return actor.role() == Role.CITY_DECIDER;
        }
    }
}
