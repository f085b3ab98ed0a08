@NullMarked
package org.zhongchuang.grants.recognition.web;

import org.jspecify.annotations.NullMarked;
