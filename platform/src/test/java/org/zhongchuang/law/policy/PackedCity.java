package org.zhongchuang.law.policy;

import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhongchuang.TestCity;

/** A city that can be started with other packs than those that ship. */
abstract class PackedCity extends TestCity {

    @Autowired
    PolicySettings settings;

    @Autowired
    SetValues values;

    @Autowired
    Editions editions;

    @Autowired
    Clock clock;

    /** The same city as if it had been started with these packs, by their folders. */
    Policies startedWith(Map<String, Map<String, String>> packs) {
        return new Policies(new PublishedPacks(packs, editions, true), settings, values, editions, clock);
    }
}
