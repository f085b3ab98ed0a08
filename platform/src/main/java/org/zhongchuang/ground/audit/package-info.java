/**
 * Who did what, when, on what: one row per act, in the act's own transaction, never changed.
 * {@link org.zhongchuang.ground.audit.Acts} holds the words of every act; sign-ins, refusals and exports are heard of
 * by listeners, so that no page has to remember them.
 */
@ApplicationModule(allowedDependencies = {"ground.access", "ground.calendar", "ground.file", "ground.kernel"})
@NullMarked
package org.zhongchuang.ground.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
