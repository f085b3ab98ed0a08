/** What decisions cost: budgets, awards, payments, recoveries, and offers to those who have not asked. */
@NullMarked
package org.zhongchuang.money;

import org.jspecify.annotations.NullMarked;
