/** What every part of the city's work stands on: time, who somebody is and may do, the record of acts, files, pages. */
@NullMarked
package org.zhongchuang.ground;

import org.jspecify.annotations.NullMarked;
