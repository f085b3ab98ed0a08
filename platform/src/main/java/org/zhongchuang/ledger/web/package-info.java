@NullMarked
package org.zhongchuang.ledger.web;

import org.jspecify.annotations.NullMarked;
