// LinkedList: an intrusive list whose members leave it by themselves in O(1). Not for: the loop's own queue
// and callbacks (handle.h), which are a pointer shorter.
#pragma once

namespace loopscope::runtime {

// What a member derives from; `Tag` tells the lists apart that one object is in.
template <class Tag>
class ListNode {
 public:
  ListNode() = default;
  ListNode(const ListNode&) = delete;
  ListNode& operator=(const ListNode&) = delete;
  ~ListNode() { unlink(); }

  bool in_list() const { return next_ != this; }
  void unlink() {
    previous_->next_ = next_;
    next_->previous_ = previous_;
    next_ = previous_ = this;
  }

 private:
  template <class T, class OfTag>
  friend class LinkedList;

  ListNode* next_ = this;  // a ring, through the list's head
  ListNode* previous_ = this;
};

// Owns nothing. Its members may die before it or after it, in any order.
template <class T, class Tag>
class LinkedList {
 public:
  LinkedList() = default;
  ~LinkedList() {
    while (!empty()) head_.next_->unlink();
  }

  bool empty() const { return !head_.in_list(); }
  void append(T& member) {
    ListNode<Tag>& node = member;
    node.previous_ = head_.previous_;
    node.next_ = &head_;
    head_.previous_->next_ = &node;
    head_.previous_ = &node;
  }
  // nullptr: there is none.
  T* first() const { return at(head_.next_); }
  T* after(const T& member) const { return at(static_cast<const ListNode<Tag>&>(member).next_); }

 private:
  T* at(ListNode<Tag>* node) const { return node != &head_ ? static_cast<T*>(node) : nullptr; }

  ListNode<Tag> head_;
};

}  // namespace loopscope::runtime
