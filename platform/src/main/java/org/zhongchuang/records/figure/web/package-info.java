@NullMarked
package org.zhongchuang.records.figure.web;

import org.jspecify.annotations.NullMarked;
