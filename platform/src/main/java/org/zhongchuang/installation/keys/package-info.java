/**
 * The keys of the installation: told apart by id, checked against the database at each start, changed for new ones.
 *
 * <p>The keys themselves come from outside, from files or the environment; nothing here writes one down.
 */
@ApplicationModule(allowedDependencies = {"installation.launch"})
@NullMarked
package org.zhongchuang.installation.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
