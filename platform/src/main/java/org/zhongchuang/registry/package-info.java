/**
 * Who and what exists: makerspaces, firms, people, investors, funds and institutions, and the facts known of them, each
 * with its time, source and evidence.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "calendar", "file", "policy", "shell"})
@NullMarked
package org.zhongchuang.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
