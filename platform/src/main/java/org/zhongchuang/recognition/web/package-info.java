@NullMarked
package org.zhongchuang.recognition.web;

import org.jspecify.annotations.NullMarked;
