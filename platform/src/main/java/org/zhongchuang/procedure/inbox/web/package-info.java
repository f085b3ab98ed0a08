@NullMarked
package org.zhongchuang.procedure.inbox.web;

import org.jspecify.annotations.NullMarked;
