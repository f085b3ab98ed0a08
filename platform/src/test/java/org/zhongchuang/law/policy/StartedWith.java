package org.zhongchuang.law.policy;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** The policies of a city as if it had been started with other packs than those that ship. */
public final class StartedWith {

    private StartedWith() {}

    /** Those of another node of the same city, with the packs that ship. */
    public static Policies another(BeanFactory city) {
        return packs(PackFiles.read(Optional.empty()), city);
    }

    /**
     * Policies on the same database.
     *
     * @param packs the files of each pack by path, by its folder
     */
    public static Policies packs(Map<String, Map<String, String>> packs, BeanFactory city) {
        var editions = city.getBean(Editions.class);
        return new Policies(
                new Library(
                        packs, city.getBean(EnteredDocuments.class), editions, city.getBean(Trial.Checks.class), true),
                city.getBean(PolicySettings.class),
                city.getBean(SetValues.class),
                editions,
                city.getBean(Clock.class));
    }
}
