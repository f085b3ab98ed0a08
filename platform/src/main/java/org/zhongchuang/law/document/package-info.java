/**
 * Official documents as they arrive: a file becomes lines of text, lines become a tree of parts and clauses with what
 * is doubtful about them, and the tree becomes the beginning of a policy pack.
 */
@ApplicationModule(allowedDependencies = {"ground.kernel"})
@NullMarked
package org.zhongchuang.law.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
