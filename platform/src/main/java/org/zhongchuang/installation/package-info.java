/** How the product stands on a machine: its data folder, its database, its keys and its backups. */
@NullMarked
package org.zhongchuang.installation;

import org.jspecify.annotations.NullMarked;
