/** How the product is run and used from outside: commands, health, accounts, and the demonstration city. */
@NullMarked
package org.zhongchuang.outside;

import org.jspecify.annotations.NullMarked;
