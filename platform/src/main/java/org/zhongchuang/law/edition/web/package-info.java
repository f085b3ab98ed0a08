@NullMarked
package org.zhongchuang.law.edition.web;

import org.jspecify.annotations.NullMarked;
