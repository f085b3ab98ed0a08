/**
 * What kinds of records makerspaces write down, and how a form or a table of them is read, in whatever form it comes.
 */
@ApplicationModule(allowedDependencies = {"ground.kernel", "ground.sheet", "records.registry"})
@NullMarked
package org.zhongchuang.records.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
