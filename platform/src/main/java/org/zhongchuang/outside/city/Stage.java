package org.zhongchuang.outside.city;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.inbox.Cases;

/** Everything that a story needs: who plays in it, what each of them can do, and what the city's programmes are for. */
@Component
public record Stage(
        Cast cast, Applicants applicants, Offices offices, Citizens citizens, Cases cases, Setting setting) {

    /** When and by which rules it plays. */
    @Component
    public record Setting(
            Policies policies, Purposes purposes, Examples examples, Times times, CitySettings settings) {}

    /** Counties of the city that the number of makerspaces is meant for. */
    private static final int COUNTIES = 9;

    /**
     * Whether stories can be told: makerspaces can be recognised by a document that holds until the city opens its
     * doors.
     */
    boolean hasStories() {
        return setting.settings().told()
                && setting.purposes().recognition().isPresent()
                && counties().size() > 1
                && policies().current().document().holdsOn(setting.times().lastDay());
    }

    public Policies policies() {
        return setting.policies();
    }

    public Purposes purposes() {
        return setting.purposes();
    }

    public Examples examples() {
        return setting.examples();
    }

    public Times times() {
        return setting.times();
    }

    /** How many makerspaces apply: in a city with fewer counties there are fewer. */
    public int spaces() {
        return (int) ((long) setting.settings().spaces() * counties().size() / COUNTIES);
    }

    /** The areas that have officers of their own. */
    public List<Area> counties() {
        var areas = policies().current().areas();
        return areas.subList(1, areas.size());
    }

    List<Programme.RubricItem> rubric(String programme) {
        return policies().current().programme(programme).filed().rubric();
    }
}
