/**
 * The official wording of a document, imported by an officer: recognised in a text, compared with the pack that is made
 * of the document, clause by clause and figure by figure, and kept.
 */
@ApplicationModule(
        allowedDependencies = {"ground.access", "ground.kernel", "ground.shell", "law.document", "law.policy"})
@NullMarked
package org.zhongchuang.law.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
