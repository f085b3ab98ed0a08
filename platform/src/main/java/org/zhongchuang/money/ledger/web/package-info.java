@NullMarked
package org.zhongchuang.money.ledger.web;

import org.jspecify.annotations.NullMarked;
