<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" name="walls" tilewidth="16" tileheight="16" tilecount="2" columns="2" objectalignment="bottom">
 <tileoffset x="1" y="-2"/>
 <properties>
  <property name="by" value="hand"/>
 </properties>
 <image source="walls.png" trans="ff00ff" width="32" height="16"/>
 <tile id="0" type="Wall">
  <properties>
   <property name="hides" value="low"/>
  </properties>
  <objectgroup draworder="index" id="2">
   <object id="1" x="2" y="3" width="9" height="8"/>
  </objectgroup>
 </tile>
 <tile id="1" type="Wall">
  <animation>
   <frame tileid="1" duration="100"/>
   <frame tileid="0" duration="50"/>
  </animation>
 </tile>
</tileset>
